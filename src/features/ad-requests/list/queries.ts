import { sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { prepared, type Slots } from '../../../platform/db/prepared.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { countUpTo, type ListContext, type ListSource } from '../../../platform/list/source.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { Side } from '../offer.ts'
import { cursorOf, type Part, spanAfter } from '../rows/order.ts'
import { type ListedAdRequest, selectInOrder } from '../rows/select.ts'
import { adRequests } from '../schema.ts'
import { ownRequests } from './conditions.ts'
import { type Listing, listings } from './listings.ts'
import { allOwnRequests, type OwnRequestSearch } from './search.ts'

/** Tabs count no further, but for the open one. */
const MAX_IN_TAB = 100

/** The requests of the sponsor or the influencer who looks at them. */
export const ownRequestSource: ListSource<ListedAdRequest, OwnRequestSearch> = {
  select: selectPage,
  count: ({ db, viewer, now }, search, max) =>
    selectOwnCount(db, { viewer: viewer.id, now }, { side: sideOf(viewer), search, max }),
  // With filters, counting all tabs could take several times as long as the page itself.
  tabs: ({ db, viewer, now }, search) =>
    hasFilters(search)
      ? null
      : selectTabs(db, { viewer: viewer.id, now }, { side: sideOf(viewer), open: search.listing }),
  countedTab: (search) => (hasFilters(search) ? null : search.listing),
  cursorOf: (row, { sort }) => cursorOf(row, sort, row.startedAt),
}

/** What waits for the viewer's answer, the most urgent first. */
export function selectWaiting(db: Database, viewer: Viewer, now: number, limit: number) {
  const search = { ...allOwnRequests, listing: 'mine', sort: 'closing' } as const
  return selectPage({ db, viewer, now }, search, null, limit)
}

function selectPage(
  { db, viewer, now }: ListContext,
  search: OwnRequestSearch,
  after: string | null,
  limit: number,
) {
  const { last, startedAt, parts } = spanAfter(search.sort, after, limit, now)
  const [lastKey = 0, lastId = 0] = last ?? []
  return selectOwnPage(
    db,
    { viewer: viewer.id, now, startedAt, lastKey, lastId, limit },
    {
      side: sideOf(viewer),
      search,
      parts: onlyParts(search) ?? parts,
      lastLength: last?.length ?? 0,
    },
  )
}

/** If all that matches is open, or all is closed. */
function onlyParts({ listing, result, endedFrom, endedUntil }: OwnRequestSearch): readonly Part[] | null {
  if (listing === 'mine' || listing === 'theirs') return ['open']
  const hasEnded = listing !== 'all' || result !== null || endedFrom !== null || endedUntil !== null
  return hasEnded ? ['closed'] : null
}

interface OwnerValues {
  readonly viewer: UserId
  readonly now: number
}

interface PageValues extends OwnerValues {
  readonly startedAt: number
  readonly lastKey: number
  readonly lastId: number
  readonly limit: number
}

interface SearchShape {
  readonly side: Side
  readonly search: OwnRequestSearch
}

const selectOwnPage = prepared(
  (
    orm,
    { viewer, now, startedAt, lastKey, lastId, limit }: Slots<PageValues>,
    { side, search, parts, lastLength }: SearchShape & { parts: readonly Part[]; lastLength: number },
  ) => {
    const { sort } = search
    const last = lastLength === 0 ? null : [lastKey, lastId].slice(0, lastLength)
    return selectInOrder(orm, [{ matching: ownRequests({ id: viewer, side }, search, now, sort) }], {
      sort,
      parts,
      last,
      startedAt,
      limit,
    })
  },
)

const selectOwnCount = prepared(
  (
    orm,
    { viewer, now }: Slots<OwnerValues>,
    { side, search, max }: SearchShape & { max?: number | undefined },
  ) => {
    const matching = ownRequests({ id: viewer, side }, search, now, 'newest')
    return orm
      .select({ count: countUpTo(sql`select 1 from ${adRequests} where ${matching}`, max) })
      .from(sql`(select 1)`)
  },
)

const selectTabs = prepared(
  (orm, { viewer, now }: Slots<OwnerValues>, { side, open }: { side: Side; open: Listing }) => {
    const counts = listings.map((listing) => {
      // By time, an index has the few that are open.
      const matching = ownRequests({ id: viewer, side }, { ...allOwnRequests, listing }, now, 'closing')
      const max = listing === open ? undefined : MAX_IN_TAB
      return [listing, countUpTo(sql`select 1 from ${adRequests} where ${matching}`, max)] as const
    })
    return orm.select(Object.fromEntries(counts)).from(sql`(select 1)`)
  },
)

function hasFilters({ listing, sort, ...filters }: OwnRequestSearch): boolean {
  return Object.values(filters).some((value) => value !== null && value !== '')
}

/** Admins have a list of all requests instead. */
function sideOf({ role }: ListContext['viewer']): Side {
  if (role === 'admin') throw new Error('An admin has no requests.')
  return role
}
