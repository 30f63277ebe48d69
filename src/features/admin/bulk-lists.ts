import { Hono } from 'hono'
import type { AppContext, AppEnv } from '../../platform/http/context.ts'
import { parseBulkRequest } from '../../platform/list/bulk-request.ts'
import type { ListSearch } from '../../platform/list/search.ts'
import { routes } from '../../routes.ts'
import { refuseBulk } from '../../ui/list/bulk/refuse-bulk.tsx'
import type { List } from '../../ui/list/list.ts'
import { submittedInQuery } from '../bulk-actions/forms.ts'
import { bulkKindNames } from '../bulk-actions/kinds.ts'
import { adRequestsList } from './ad-requests/ad-requests-list.tsx'
import { campaignsList } from './campaigns/campaigns-list.tsx'
import { undeliveredList } from './mail/undelivered-list.tsx'
import { sponsorList } from './sponsors/sponsor-list.tsx'
import { peopleList } from './users/people-list.tsx'

/** The lists with actions on many rows. */
const lists = [
  refusing(sponsorList),
  refusing(peopleList),
  refusing(campaignsList),
  refusing(adRequestsList),
  refusing(undeliveredList),
]

/** The question of a bulk action for which nothing was selected is the list again, with a message. */
export const bulkListRoutes = new Hono<AppEnv>()

bulkListRoutes.get(routes.admin.bulkActions.new.pattern, (c, next) => {
  const values = submittedInQuery(c)
  const request = parseBulkRequest(values, bulkKindNames)
  const kind = values.kind?.[0]
  const list = lists.find(({ kinds }) => kinds.some((one) => one === kind))
  if (request.ok || list === undefined) return next()
  const after = values.after?.[0]
  return list.refuse(c, [values.matching?.[0] ?? '', after && `after=${after}`].filter(Boolean).join('&'))
})

function refusing<Row, Search extends ListSearch>(list: List<Row, Search>) {
  return {
    kinds: list.bulk?.actions.map(({ kind }) => kind) ?? [],
    refuse: (c: AppContext, queryString: string) => refuseBulk(c, list, queryString),
  }
}
