import fc from 'fast-check'
import { parseEnv } from '../../../src/env.ts'
import { otherSide, type Side } from '../../../src/features/ad-requests/offer.ts'
import { expireOffers } from '../../../src/features/ad-requests/sweep/expire-offers.ts'
import { deleteCampaign } from '../../../src/features/campaigns/commands.ts'
import { findOwnCampaign } from '../../../src/features/campaigns/queries.ts'
import type { AdRequestId } from '../../../src/shared/ids.ts'
import { DAY, HOUR } from '../../../src/shared/time.ts'
import { answer, opening, type Setup } from '../ad-requests/commands/setup.ts'
import { proposalOf, sides } from '../ad-requests/rule-fixtures.ts'
import type { CampaignDatabase } from '../campaigns/campaign-database.ts'

/** A sponsor with three campaigns, three influencers, and a clock that the steps move. */
export interface World {
  readonly database: CampaignDatabase
  readonly campaigns: readonly Setup[]
  now: number
}

export type Step = (world: World) => Promise<unknown>

export async function newWorld(database: CampaignDatabase, now: number): Promise<World> {
  const sponsor = await database.person('sponsor')
  const influencers = [
    await database.person('influencer'),
    await database.person('influencer'),
    await database.person('influencer'),
  ]
  for (const [index, { id }] of influencers.entries()) {
    await database.client.execute(
      `update influencers set reach = ${1000 * (index + 1)} where user_id = ${id}`,
    )
  }
  const campaigns: Setup[] = []
  for (let made = 0; made < 3; made += 1) {
    const values = { budget: 100_000_000, ends_at: now + 2_000 * DAY, end_date: '2032-01-01' }
    const campaignId = await database.campaign(sponsor, values)
    campaigns.push({ database, campaignId, sponsor, influencers, now })
  }
  return { database, campaigns, now }
}

const campaignIndex = fc.constantFrom(0, 0, 1, 2)
const side = fc.constantFrom(...sides)
const amount = fc.integer({ min: 0, max: 500_000 })

const opens = fc
  .tuple(campaignIndex, side, fc.subarray([0, 1, 2], { minLength: 1 }), amount)
  .map(([index, by, chosen, amount]): Step => {
    const those = by === 'sponsor' ? chosen : chosen.slice(0, 1)
    return (world) => inCampaign(world, index, (setup) => opening(setup, by, those, proposalOf(amount)))
  })

const moves = ['counter', 'counter', 'edit', 'accept', 'accept', 'reject', 'withdraw'] as const

/** Somebody makes a move in one of the open requests: the side whose turn it is, or the other one. */
const answers = fc
  .tuple(campaignIndex, fc.nat(5), fc.constantFrom(...moves), amount)
  .map(([index, which, move, amount]): Step => {
    return (world) =>
      inCampaign(world, index, async (setup) => {
        const open = await openRequests(setup)
        const request = open[which % Math.max(open.length, 1)]
        return request && makeMove(setup, request, move, amount)
      })
  })

const waits = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 100 })).map(
  (hours): Step =>
    async (world) => {
      world.now += hours * HOUR
    },
)

/** The clock jumps to the end of a month, or just before it, in a time zone that is given later. */
const borders = fc.constantFrom(-1, 0).map((before): BorderStep => ({ before }))

const env = parseEnv({ PUBLIC_URL: 'http://parley.test', TURSO_DATABASE_URL: 'http://libsql.test' })
const sweeps = fc.constant<Step>(({ database: { db }, now }) =>
  expireOffers({ db, env, now, clock: now }, null),
)

const deletions = campaignIndex.map(
  (index): Step =>
    (world) =>
      inCampaign(world, index, async ({ sponsor, campaignId }) => {
        const found = await findOwnCampaign(world.database.db, sponsor.id, campaignId)
        const context = { actor: sponsor.id, now: world.now, currency: 'USD', requestId: 'test' }
        return found && deleteCampaign(world.database.db, found.campaign, context)
      }),
)

/** Jumps to this many milliseconds from the next end of a month. */
export interface BorderStep {
  readonly before: number
}

export const steps = fc.array(
  fc.oneof(
    { weight: 7, arbitrary: opens },
    { weight: 14, arbitrary: answers },
    { weight: 5, arbitrary: waits },
    { weight: 1, arbitrary: borders },
    { weight: 1, arbitrary: sweeps },
    { weight: 1, arbitrary: deletions },
  ),
  { minLength: 30, maxLength: 60 },
)

interface OpenRequest {
  readonly id: AdRequestId
  readonly turn: Side
}

async function openRequests({ database, campaignId, now }: Setup): Promise<OpenRequest[]> {
  const { rows } = await database.client.execute({
    sql: `select id, turn from ad_requests where campaign_id = ? and state = 'pending' and closes_at > ? order by id`,
    args: [campaignId, now],
  })
  return rows.map(({ id, turn }) => ({
    id: Number(id) as AdRequestId,
    turn: turn === 'sponsor' ? 'sponsor' : 'influencer',
  }))
}

function makeMove(setup: Setup, { id, turn }: OpenRequest, move: (typeof moves)[number], amount: number) {
  switch (move) {
    case 'counter':
      return answer(setup, id, turn, { do: 'propose', number: 0, proposal: proposalOf(amount) })
    case 'edit':
      return answer(setup, id, otherSide(turn), { do: 'propose', number: 0, proposal: proposalOf(amount) })
    case 'accept':
      return answer(setup, id, turn, { do: 'accept', number: 0 })
    case 'reject':
      return answer(setup, id, turn, { do: 'reject' })
    case 'withdraw':
      return answer(setup, id, otherSide(turn), { do: 'withdraw' })
  }
}

function inCampaign(world: World, index: number, run: (setup: Setup) => Promise<unknown>): Promise<unknown> {
  const setup = world.campaigns[index]
  if (!setup) throw new Error(`There is no campaign ${index}.`)
  return run({ ...setup, now: world.now })
}
