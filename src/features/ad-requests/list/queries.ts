import { sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { countUpTo, type ListContext, type ListSource, selectCount } from '../../../platform/list/source.ts'
import { cursorOf } from '../rows/order.ts'
import { type ListedAdRequest, selectInOrder } from '../rows/select.ts'
import { adRequests } from '../schema.ts'
import { type Owner, ownRequests } from './conditions.ts'
import { listings } from './listings.ts'
import { allOwnRequests, type OwnRequestSearch, ownRequestSearch } from './search.ts'

/** Tabs count no further. */
const MAX_IN_TAB = 100

/** The requests of the sponsor or the influencer who looks at them. */
export const ownRequestSource: ListSource<ListedAdRequest, OwnRequestSearch> = {
  select: ({ db, viewer, now }, search, after, limit) => {
    const { sort } = search
    const matching = ownRequests(ownerOf(viewer), search, now, sort)
    return selectInOrder(db, [{ matching }], { sort, after, limit, now })
  },
  count: ({ db, viewer, now }, search, max) => selectCount(db, rowsOf(ownerOf(viewer), search, now), max),
  tabs: countTabs,
  cursorOf: (row, { sort }) => cursorOf(row, sort, row.startedAt),
}

/** What waits for the viewer's answer, the most urgent first. */
export function selectWaiting(db: Database, viewer: Viewer, now: number, limit: number) {
  const search = { ...allOwnRequests, listing: 'mine' } as const
  const matching = ownRequests(ownerOf(viewer), search, now, 'closing')
  return selectInOrder(db, [{ matching }], { sort: 'closing', after: null, limit, now })
}

// With filters, counting all tabs could take several times as long as the page itself.
function countTabs({ db, viewer, now }: ListContext, search: OwnRequestSearch) {
  if (ownRequestSearch.toText({ ...allOwnRequests, listing: search.listing }) !== textOf(search)) return null
  const counts = listings.map((listing) => {
    // By time, an index has the few that are open.
    const matching = ownRequests(ownerOf(viewer), { ...allOwnRequests, listing }, now, 'closing')
    return [listing, countUpTo(sql`select 1 from ${adRequests} where ${matching}`, MAX_IN_TAB)] as const
  })
  return db.orm.select(Object.fromEntries(counts)).from(sql`(select 1)`)
}

function textOf(search: OwnRequestSearch): string {
  return ownRequestSearch.toText({ ...search, sort: allOwnRequests.sort })
}

function rowsOf(owner: Owner, search: OwnRequestSearch, now: number) {
  return sql`select 1 from ${adRequests} where ${ownRequests(owner, search, now, 'newest')}`
}

/** Admins have a list of all requests instead. */
function ownerOf({ id, role }: ListContext['viewer']): Owner {
  if (role === 'admin') throw new Error('An admin has no requests.')
  return { id, side: role }
}
