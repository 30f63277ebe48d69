import Alpine from '@alpinejs/csp'
import 'htmx.org'
import { countActiveFilters } from './behaviors/active-filters.ts'
import { announceResults, keepFocus, openLinksElsewhere, showFocusedWhole } from './behaviors/focus.ts'
import { keepPlaceInLists, keepSearchesInHistory } from './behaviors/history.ts'
import { limitInfiniteScroll } from './behaviors/infinite-scroll.ts'
import { operateLists } from './behaviors/lists.ts'
import { closeMenus } from './behaviors/menus.ts'
import { narrowNiches } from './behaviors/niches.ts'
import { showRequestErrors } from './behaviors/request-errors.ts'
import { submitOnce } from './behaviors/submit-once.ts'
import { tidyQuery } from './behaviors/tidy-query.ts'
import { chooseOwnTimeZone } from './behaviors/time-zone.ts'
import { confirmDialog } from './components/confirm-dialog.ts'
import { counter } from './components/counter.ts'
import { reasonTemplate } from './components/reason-template.ts'
import { reveal } from './components/reveal.ts'
import { rows } from './components/rows.ts'
import { share } from './components/share.ts'
import { toast } from './components/toast.ts'

// Every page works without this file. It only makes pages faster and easier to use.
Alpine.data('confirmDialog', confirmDialog)
Alpine.data('counter', counter)
Alpine.data('reasonTemplate', reasonTemplate)
Alpine.data('reveal', reveal)
Alpine.data('rows', rows)
Alpine.data('share', share)
Alpine.data('toast', toast)
Alpine.start()

closeMenus()
operateLists()
narrowNiches()
countActiveFilters()
limitInfiniteScroll()
submitOnce()
tidyQuery()
chooseOwnTimeZone()
showRequestErrors()
keepFocus()
showFocusedWhole()
openLinksElsewhere()
announceResults()
keepSearchesInHistory()
keepPlaceInLists()
