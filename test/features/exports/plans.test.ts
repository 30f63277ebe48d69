import { afterAll, beforeAll, expect, it } from 'vitest'
import { listings } from '../../../src/features/ad-requests/list/listings.ts'
import { allOwnRequests, ownRequestSearch } from '../../../src/features/ad-requests/list/search.ts'
import { phases } from '../../../src/features/campaigns/campaign.ts'
import { allOwnCampaigns } from '../../../src/features/campaigns/list/search.ts'
import { selectAdRequestPage } from '../../../src/features/exports/ad-requests/queries.ts'
import { selectCampaignPage } from '../../../src/features/exports/campaigns/queries.ts'
import { exportKindKeys } from '../../../src/features/exports/kinds.ts'
import {
  listExports,
  selectExpired,
  selectExport,
  selectQueued,
} from '../../../src/features/exports/queries.ts'
import type { Select } from '../../../src/platform/db/select.ts'
import type { ExportId, UserId } from '../../../src/shared/ids.ts'
import { startDatabase } from '../../support/database.ts'

let database: Awaited<ReturnType<typeof startDatabase>>
beforeAll(async () => {
  database = await startDatabase()
})
afterAll(() => database.close())

const NOW = 1_760_000_000_000
const SIZE = 2_000
const user = 1 as UserId

/** SQLite's query plan, a line for each step. */
async function planOf(select: Select): Promise<string[]> {
  const { sql, params } = select.prepare().getQuery()
  const { rows } = await database.db.client.execute({
    sql: `explain query plan ${sql}`,
    args: params.map((param) => (typeof param === 'string' || typeof param === 'number' ? param : null)),
  })
  return rows.map(({ detail }) => String(detail))
}

const cursors = [null, [1_000]] as const
const pagesOfRequests = (['sponsor', 'influencer'] as const).flatMap((role) =>
  listings.flatMap((listing) =>
    ['', 'campaign_id=7', 'query=boots', 'ended_until=2026-11-27'].flatMap((filter) =>
      cursors.map((after) => ({ role, listing, filter, after })),
    ),
  ),
)

it.each(pagesOfRequests)('a page of $role with $listing, $filter is read by an index', async (page) => {
  const { role, listing, filter, after } = page
  const search = { ...ownRequestSearch.fromText(filter), listing, sort: 'newest' } as const
  const plan = await planOf(
    selectAdRequestPage(database.db, { id: user, role }, { search, after }, NOW, SIZE),
  )
  expect(plan.filter((step) => /^SCAN (?!json_each)|TEMP B-TREE/.test(step))).toEqual([])
})

it.each((['all', ...phases] as const).flatMap((state) => cursors.map((after) => ({ state, after }))))(
  'a page of campaigns with $state after $after is read by an index',
  async ({ state, after }) => {
    const search = { ...allOwnCampaigns, query: 'boots', state }
    const plan = await planOf(
      selectCampaignPage(database.db, { id: user, role: 'sponsor' }, { search, after }, NOW, SIZE),
    )
    expect(plan.filter((step) => /^SCAN (?!json_each)|TEMP B-TREE/.test(step))).toEqual([])
  },
)

it.each(cursors)('all pages of admins after %j follow the primary key', async (after) => {
  const admin = { id: user, role: 'admin' } as const
  const requests = { search: allOwnRequests, after }
  const plans = [
    await planOf(selectAdRequestPage(database.db, admin, requests, NOW, SIZE)),
    await planOf(selectCampaignPage(database.db, admin, { search: allOwnCampaigns, after }, NOW, SIZE)),
  ]
  expect(plans.flat().filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
  expect(plans.map(([first]) => first)).toEqual(
    ['ad_requests', 'campaigns'].map((table) =>
      after ? `SEARCH ${table} USING INTEGER PRIMARY KEY (rowid<?)` : `SCAN ${table}`,
    ),
  )
})

it('the exports by e-mail are read by an index', async () => {
  const selects = [
    listExports(database.db, user, NOW),
    selectExport(database.db, 1 as ExportId, NOW),
    selectQueued(database.db, exportKindKeys),
    selectExpired(database.db, NOW),
  ]
  const plans = await Promise.all(selects.map(planOf))
  expect(plans.flat().filter((step) => /TEMP B-TREE/.test(step))).toEqual([])
  expect(plans.flat().filter((step) => /^SCAN/.test(step))).toEqual([
    'SCAN exports USING INDEX exports_to_write',
  ])
})
