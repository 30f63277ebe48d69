import Alpine from '@alpinejs/csp'
import 'htmx.org'
import { countActiveFilters } from './active-filters.ts'
import { confirmDialog } from './confirm-dialog.ts'
import { counter } from './counter.ts'
import { limitInfiniteScroll } from './infinite-scroll.ts'
import { closeMenus } from './menus.ts'
import { narrowNiches } from './niches.ts'
import { showRequestErrors } from './request-errors.ts'
import { reveal } from './reveal.ts'
import { rows } from './rows.ts'
import { share } from './share.ts'
import { submitOnce } from './submit-once.ts'
import { tidyQuery } from './tidy-query.ts'
import { toast } from './toast.ts'

// Every page works without this file. It only makes pages faster and easier to use.
Alpine.data('confirmDialog', confirmDialog)
Alpine.data('counter', counter)
Alpine.data('reveal', reveal)
Alpine.data('rows', rows)
Alpine.data('share', share)
Alpine.data('toast', toast)
Alpine.start()

closeMenus()
narrowNiches()
countActiveFilters()
limitInfiniteScroll()
submitOnce()
tidyQuery()
showRequestErrors()
