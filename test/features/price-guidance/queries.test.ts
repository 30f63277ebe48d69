import type { Client } from '@libsql/client/http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MAX_AGE } from '../../../src/features/price-guidance/price-range.ts'
import {
  guidanceFor,
  influencerOf,
  kindsOfCampaign,
  kindsOfLatestOffer,
  selectAgreedPrices,
} from '../../../src/features/price-guidance/queries.ts'
import type { Database } from '../../../src/platform/db/database.ts'
import type { AdRequestId, CampaignId, UserId } from '../../../src/shared/ids.ts'
import { startDatabase, type TestDatabase } from '../../support/database.ts'
import { planOf, slowSteps } from '../discovery/query-plan.ts'
import { addDeal, addPeople, INFLUENCER, SPONSOR } from './deals.ts'

const NOW = Date.parse('2026-11-27T12:00:00Z')
const VIEWER = (INFLUENCER + 50) as UserId

let database: TestDatabase
let client: Client
let db: Database

beforeAll(async () => {
  database = await startDatabase()
  client = database.db.client
  await addPeople(client)
  db = database.db
})
afterAll(() => database.close())

beforeEach(async () => {
  await client.batch(
    [
      'delete from agreed_prices',
      'delete from collaborations',
      'delete from ad_requests',
      'delete from campaigns',
    ],
    'write',
  )
  await client.execute('update influencers set flagged_at = null')
  await client.execute('update sponsors set flagged_at = null')
  await client.execute("update users set status = 'active', suspended_from = null")
})

/** `count` deals of five sponsors, each with another influencer, an hour apart. Returns their ids. */
async function makeDeals(count: number, agreedAt = NOW - 86_400_000): Promise<number[]> {
  const ids: number[] = []
  for (let index = 0; index < count; index += 1) {
    ids.push(
      await addDeal(client, {
        sponsor: SPONSOR + (index % 5),
        influencer: INFLUENCER + index,
        dollars: 100 * (index + 1),
        agreedAt: agreedAt - index * 3_600_000,
      }),
    )
  }
  return ids
}

async function guidance(influencerIds: readonly UserId[] = [VIEWER]) {
  const rows = await selectAgreedPrices(db, { influencerIds, kinds: ['reel', 'story'] }, NOW)
  return guidanceFor(VIEWER, rows)
}

describe('agreed prices', () => {
  it('of ten deals are shown for their kind, category and tier', async () => {
    await makeDeals(10)
    expect(await guidance()).toEqual([
      {
        kind: 'reel',
        category: 'food',
        tier: 'micro',
        range: { from: 330_00, to: 780_00, deals: 10 },
      },
    ])
  })

  it('of nine are not', async () => {
    await makeDeals(9)
    expect(await guidance()).toEqual([])
  })

  it.each([
    ['cancelled', "update collaborations set state = 'cancelled' where ad_request_id = ?"],
    ['not paid for in time', "update collaborations set state = 'lapsed' where ad_request_id = ?"],
    [
      'part of a flagged campaign',
      'update campaigns set flagged_at = 1 where id = (select campaign_id from ad_requests where id = ?)',
    ],
    [
      'with a flagged influencer',
      'update influencers set flagged_at = 1 where user_id = (select influencer_id from ad_requests where id = ?)',
    ],
    [
      'by a flagged sponsor',
      'update sponsors set flagged_at = 1 where user_id = (select sponsor_id from ad_requests where id = ?)',
    ],
    [
      'by a suspended sponsor whose account is being deleted',
      `update users set status = 'deleting', suspended_from = 'active'
        where id = (select sponsor_id from ad_requests where id = ?)`,
    ],
    [
      'by a suspended sponsor',
      "update users set status = 'suspended' where id = (select sponsor_id from ad_requests where id = ?)",
    ],
    ['for another kind', "update agreed_prices set kind = 'post' where ad_request_id = ?"],
    ['of another category', "update agreed_prices set category = 'travel' where ad_request_id = ?"],
    ['of another tier', "update agreed_prices set tier = 'mega' where ad_request_id = ?"],
    ['too old', `update agreed_prices set agreed_at = ${NOW - MAX_AGE} where ad_request_id = ?`],
  ])('leave out a deal that is %s', async (_, sql) => {
    const [id = 0] = await makeDeals(10)
    await client.execute({ sql, args: [id] })
    expect(await guidance()).toEqual([])
  })

  it('are not shown for influencers of different categories or tiers', async () => {
    await makeDeals(10)
    const similar = (INFLUENCER + 51) as UserId
    expect(await guidance([VIEWER, similar])).toHaveLength(1)

    await client.execute(`update influencers set category = 'travel' where user_id = ${similar}`)
    expect(await guidance([VIEWER, similar])).toEqual([])

    await client.execute(
      `update influencers set category = 'food', followers = 2000000 where user_id = ${similar}`,
    )
    expect(await guidance([VIEWER, similar])).toEqual([])
  })

  it('are found by the kinds of a campaign and of an offer', async () => {
    const [id = 0] = await makeDeals(10)
    const { rows } = await client.execute(`select campaign_id as id from ad_requests where id = ${id}`)
    const ofCampaign = { influencerIds: [VIEWER], kinds: kindsOfCampaign(Number(rows[0]?.id) as CampaignId) }
    expect(guidanceFor(VIEWER, await selectAgreedPrices(db, ofCampaign, NOW))).toHaveLength(1)

    const request = id as AdRequestId
    const ofOffer = { influencerIds: influencerOf(request), kinds: kindsOfLatestOffer(request) }
    expect(guidanceFor(VIEWER, await selectAgreedPrices(db, ofOffer, NOW))).toHaveLength(1)
  })

  it('are read by the index, newest first', async () => {
    const select = selectAgreedPrices(db, { influencerIds: [VIEWER], kinds: ['reel'] }, NOW)
    const plan = await planOf(client, select)
    expect(plan.filter((step) => step.includes('agreed_prices'))).toEqual([
      expect.stringMatching(
        /^SEARCH agreed_prices USING INDEX agreed_prices_by_group \(kind=\? AND category=\?/,
      ),
    ])
    // The list of kinds, and the newest prices of a group, which are few.
    expect(slowSteps(plan).filter((step) => !/^SCAN (kinds|json_each|newest)/.test(step))).toEqual([])
  })
})
