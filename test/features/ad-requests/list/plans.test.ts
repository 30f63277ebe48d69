import { afterAll, beforeAll, expect, it } from 'vitest'
import { listings } from '../../../../src/features/ad-requests/list/listings.ts'
import { ownRequestSource, selectWaiting } from '../../../../src/features/ad-requests/list/queries.ts'
import { type OwnRequestSearch, ownRequestSearch } from '../../../../src/features/ad-requests/list/search.ts'
import type { Select } from '../../../../src/platform/db/select.ts'
import type { UserId } from '../../../../src/shared/ids.ts'
import { startDatabase } from '../../../support/database.ts'

let database: Awaited<ReturnType<typeof startDatabase>>
beforeAll(async () => {
  database = await startDatabase()
})
afterAll(() => database.close())

const NOW = 1_760_000_000_000
const user = 1 as UserId

const cursors: Record<OwnRequestSearch['sort'], string> = {
  closing: `${NOW + 5}_7_${NOW}`,
  newest: '7',
  oldest: '7',
  amount: '1000_7',
  smallest: '1000_7',
}
const sorts = Object.keys(cursors) as OwnRequestSearch['sort'][]

const filters: readonly string[] = [
  '',
  'query=boots',
  'campaign_id=7',
  'campaign_id=7&query=boots',
  'result=expired&origin=invitation',
  'result=decided&ended_from=2026-01-01',
  'sent_from=2026-01-01&sent_until=2026-11-27',
  'campaign_id=7&ended_from=2026-01-01&ended_until=2026-11-27',
  'answered_from=2026-01-01&answered_until=2026-11-27',
  'origin=invitation&answer_time=day&query=boots',
]

const cases = (['sponsor', 'influencer'] as const).flatMap((role) =>
  listings.flatMap((listing) => sorts.map((sort) => ({ role, listing, sort }))),
)

/** What SQLite reads of the table of requests, and whether it sorts or reads all of a table. */
async function stepsOf(select: Select): Promise<string[]> {
  const { sql, params } = select.prepare().getQuery()
  const { rows } = await database.db.client.execute({
    sql: `explain query plan ${sql}`,
    args: params.map((param) => (typeof param === 'string' || typeof param === 'number' ? param : null)),
  })
  const steps = rows.map(({ detail }) => String(detail))
  return steps.filter(
    (step) => step.includes('ad_requests') || /TEMP B-TREE|^SCAN (?!page|json_each|CONSTANT|\()/.test(step),
  )
}

/** An index of one person's requests or of one campaign's, or the index in which a day is found, one row of it. */
const good =
  /^SEARCH ad_requests USING (COVERING )?INDEX ad_requests_by_(sponsor|influencer|campaign)(_and_\w+)? \((sponsor_id|influencer_id|campaign_id)=\?|^SEARCH ad_requests USING COVERING INDEX ad_requests_by_creation \(created_at[<>]\?\)$/

it.each(cases)('$role, $listing by $sort: every page and count is read by an index', async (shape) => {
  const context = { db: database.db, viewer: { id: user, role: shape.role }, now: NOW }
  for (const filter of filters) {
    const { sort, listing } = shape
    const search = { ...ownRequestSearch.fromText(filter), sort, listing }
    const selects = [
      ownRequestSource.select(context, search, null, 21),
      ownRequestSource.select(context, search, cursors[sort], 21),
      ownRequestSource.count(context, search),
      ownRequestSource.tabs?.(context, search),
    ]
    for (const select of selects) {
      const steps = select ? await stepsOf(select) : []
      expect(
        steps.filter((step) => !good.test(step)),
        filter,
      ).toEqual([])
    }
  }
})

it('what waits on the home page is read by an index', async () => {
  const viewer = { id: user, role: 'sponsor' } as Parameters<typeof selectWaiting>[1]
  const steps = await stepsOf(selectWaiting(database.db, viewer, NOW, 5))
  expect(new Set(steps)).toEqual(
    new Set([
      'SEARCH ad_requests USING INDEX ad_requests_by_sponsor_and_state (sponsor_id=? AND state=? AND turn=? AND closes_at>?)',
    ]),
  )
})
