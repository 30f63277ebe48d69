import Alpine from '@alpinejs/csp'
import 'htmx.org'
import { ask } from './ask.ts'
import { counter } from './counter.ts'
import { loadFewByThemselves } from './few-loads.ts'
import { countFiltersSet } from './filters-set.ts'
import { closeMenus } from './menus.ts'
import { narrowNiches } from './niches.ts'
import { reveal } from './reveal.ts'
import { rows } from './rows.ts'
import { share } from './share.ts'
import { submitOnce } from './submit-once.ts'
import { tidyQuery } from './tidy-query.ts'
import { toast } from './toast.ts'
import { sayWhatFailed } from './unanswered.ts'

// Every page works without this file. What stands here only makes it quicker or kinder.
Alpine.data('ask', ask)
Alpine.data('counter', counter)
Alpine.data('reveal', reveal)
Alpine.data('rows', rows)
Alpine.data('share', share)
Alpine.data('toast', toast)
Alpine.start()

closeMenus()
narrowNiches()
countFiltersSet()
loadFewByThemselves()
submitOnce()
tidyQuery()
sayWhatFailed()
