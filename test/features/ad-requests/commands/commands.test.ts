import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findNegotiation } from '../../../../src/features/ad-requests/queries.ts'
import type { AdRequestId } from '../../../../src/shared/ids.ts'
import { DAY, HOUR } from '../../../../src/shared/time.ts'
import { type CampaignDatabase, openCampaignDatabase } from '../../campaigns/campaign-database.ts'
import { proposalOf, proposalsUpTo, sides } from '../rule-fixtures.ts'
import { answer, inspect, newSetup, type Outcome, opening, requestsOf, type Setup } from './setup.ts'

let database: CampaignDatabase
beforeAll(async () => {
  database = await openCampaignDatabase()
})
afterAll(() => database.close())

/** Something that somebody does to the campaign or one of its requests. */
type Action = (setup: Setup, ids: readonly AdRequestId[]) => Promise<Outcome | null>

const side = fc.constantFrom(...sides)
// Mostly the latest ones, which are open more often.
const which = fc.integer({ min: 1, max: 4 })
const number = fc.constantFrom(0, 0, 0, 0, -1, 1)

const actions: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(side, fc.subarray([0, 1, 2], { minLength: 1 }), proposalsUpTo(700_000))
      .map(([by, chosen, proposal]): Action => {
        const those = by === 'sponsor' ? chosen : chosen.slice(0, 1)
        return (setup) => opening(setup, by, those, proposal)
      }),
  },
  {
    weight: 5,
    arbitrary: fc.tuple(which, side, number, proposalsUpTo(700_000)).map(
      ([back, by, number, proposal]): Action =>
        (setup, ids) =>
          onOne(ids, back, (id) => answer(setup, id, by, { do: 'propose', number, proposal })),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(which, side, number).map(
      ([back, by, number]): Action =>
        (setup, ids) =>
          onOne(ids, back, (id) => answer(setup, id, by, { do: 'accept', number })),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(which, side, fc.constantFrom('reject' as const, 'withdraw' as const)).map(
      ([back, by, what]): Action =>
        (setup, ids) =>
          onOne(ids, back, (id) => answer(setup, id, by, { do: what })),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('active', 'active', 'paused'), fc.integer({ min: 0, max: 2_000_000 }))
      .map(
        ([state, budget]): Action =>
          async ({ campaignId }) => {
            const sql = 'update campaigns set state = ?, budget = max(committed, ?) where id = ?'
            await database.client.execute({ sql, args: [state, budget, campaignId] })
            return null
          },
      ),
  },
)

async function onOne(ids: readonly AdRequestId[], back: number, act: (id: AdRequestId) => Promise<Outcome>) {
  const id = ids.at(-back)
  return id === undefined ? null : act(id)
}

describe('several requests of one campaign', () => {
  // One to three actions at once: each reads before the others have written.
  const rounds = fc.array(
    fc.record({
      actions: fc.array(actions, { minLength: 1, maxLength: 3 }),
      wait: fc.constantFrom(0, 0, 0, HOUR, 2 * DAY),
    }),
    { minLength: 10, maxLength: 25 },
  )

  it('never break an invariant of the database, in any order of actions', async () => {
    const reached = new Set<string>()
    const wanted = ['done', 'conflict', 'already_open', 'own_offer', 'replaced', 'closed']
    const property = fc.asyncProperty(rounds, async (rounds) => {
      const setup = await newSetup(database)
      let before = new Map<string, string>()
      for (const { actions, wait } of rounds) {
        const ids = await requestsOf(setup)
        const outcomes = await Promise.all(actions.map((action) => action(setup, ids)))
        for (const outcome of outcomes) if (outcome) reached.add(outcome.ok ? 'done' : outcome.refusal)

        const { wrong, offers } = await inspect(setup)
        expect(wrong).toEqual([])
        for (const [key, written] of before) expect(offers.get(key)).toBe(written)
        before = offers
        setup.now += wait
      }
    })
    // The actions are random, so fifteen runs may not reach every outcome.
    for (let runs = 0; runs < 6 && !wanted.every((one) => reached.has(one)); runs++)
      await fc.assert(property, { numRuns: 15 })
    // Otherwise the actions have tested too little.
    for (const one of wanted) expect(reached).toContain(one)
  })
})

describe('a very long negotiation', () => {
  it('continues from its latest offer, although its page shows only the last 500', async () => {
    const setup = await newSetup(database)
    await opening(setup, 'sponsor', [0], proposalOf(100_000))
    const [id] = await requestsOf(setup)
    if (!id) throw new Error('There is no request.')
    await database.client.batch(
      [
        {
          sql: `with recursive n(n) as (select 2 union all select n + 1 from n where n < 600)
            insert into offers (ad_request_id, number, made_by, payment_amount, deliverables, usage_channels, usage_months, made_at, expires_at)
            select ad_request_id, n, made_by, n, deliverables, usage_channels, usage_months, made_at, expires_at
            from n join offers on ad_request_id = ? and number = 1`,
          args: [id],
        },
        { sql: 'update ad_requests set offer_number = 600, payment_amount = 600 where id = ?', args: [id] },
      ],
      'write',
    )
    expect(
      (await answer(setup, id, 'sponsor', { do: 'propose', number: 0, proposal: proposalOf(77) })).ok,
    ).toBe(true)
    const found = await findNegotiation(database.db, setup.sponsor, id)
    expect(found?.adRequest.latest).toMatchObject({ number: 601, paymentAmount: 77 })
    expect(found?.offers.map(({ number }) => number)).toEqual(
      Array.from({ length: 500 }, (_, index) => 102 + index),
    )
    expect((await answer(setup, id, 'influencer', { do: 'accept', number: 0 })).ok).toBe(true)
    expect((await inspect(setup)).wrong.filter((one) => !one.startsWith('events'))).toEqual([])
  })
})

describe('immutable rows', () => {
  it.each([
    ['an offer', 'update offers set payment_amount = 1', /an offer is never changed/],
    ['an event', "update events set kind = 'invited'", /an event is never changed/],
    ['agreed terms', "update collaborations set terms = '{}'", /agreed terms are never changed/],
    ['an agreed amount', 'update collaborations set payment_amount = 1', /agreed terms are never changed/],
  ])('%s cannot be changed', async (_, sql, refused) => {
    const setup = await newSetup(database)
    await opening(setup, 'sponsor', [0], proposalOf(100_000))
    const [id] = await requestsOf(setup)
    if (!id) throw new Error('There is no request.')
    await answer(setup, id, 'influencer', { do: 'accept', number: 0 })
    await expect(database.client.execute(sql)).rejects.toThrow(refused)
  })
})
