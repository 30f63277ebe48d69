import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RequestFacts } from '../../../src/features/reports/figures/facts.ts'
import { addMonths, monthAt, monthIn } from '../../../src/features/reports/month.ts'
import {
  type CampaignFacts,
  selectHistories,
  toHistories,
} from '../../../src/features/reports/queries/request-facts.ts'
import type { UserId } from '../../../src/shared/ids.ts'
import { type CampaignDatabase, openCampaignDatabase } from '../campaigns/campaign-database.ts'
import { type BorderStep, newWorld, type Step, steps, type World } from './random-history.ts'
import { type Parties, readEverything, slowFacts } from './slow-facts.ts'

let database: CampaignDatabase
beforeAll(async () => {
  database = await openCampaignDatabase()
})
afterAll(() => database.close())

// Half-hour offsets, clock changes at the end of a month, a leap day, New Year.
const zones = fc.constantFrom(
  'UTC',
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
)
const starts = fc.constantFrom(
  '2026-10-20T10:00:00Z',
  '2026-12-27T10:00:00Z',
  '2027-03-24T10:00:00Z',
  '2028-02-24T10:00:00Z',
)

it('are the same as computed from all events and offers', async () => {
  await fc.assert(
    fc.asyncProperty(steps, zones, starts, async (steps, timeZone, start) => {
      const world = await newWorld(database, Date.parse(start))
      const partiesOf = await play(world, steps, timeZone)

      const [first] = world.campaigns
      const readers = [
        { id: first?.sponsor.id as UserId, side: 'sponsor' as const, timeZone },
        ...(first?.influencers ?? []).map(({ id }) => ({ id, side: 'influencer' as const, timeZone })),
      ]
      const everything = await readEverything(database.client)
      const last = monthAt(world.now, timeZone)
      for (const reader of readers) {
        for (const month of [last, addMonths(last, -1), addMonths(last, -2)]) {
          const wanted = {
            reader: reader.id,
            month: monthIn(month, timeZone),
            before: monthIn(addMonths(month, -1), timeZone),
            trend: [],
          }
          const rows = await database.db.read(selectHistories(database.db, reader.side, [wanted], world.now))
          const [history] = toHistories([wanted], rows)
          const slow = (name: string) =>
            normal([...slowFacts(everything, partiesOf, reader, name, world.now)])
          expect(normal(byId(history?.month ?? []))).toEqual(slow(month))
          expect(normal(byId(history?.before ?? []))).toEqual(slow(addMonths(month, -1)))
        }
      }
    }),
    { numRuns: 12 },
  )
})

async function play(
  world: World,
  all: readonly (Step | BorderStep)[],
  timeZone: string,
): Promise<Map<number, Parties>> {
  const partiesOf = new Map<number, Parties>()
  for (const step of all) {
    if (typeof step === 'function') await step(world)
    else world.now = Math.max(world.now, monthIn(monthAt(world.now, timeZone), timeZone).to + step.before)
    const { rows } = await database.client.execute('select * from ad_requests')
    for (const { id, campaign_id, sponsor_id, influencer_id } of rows) {
      partiesOf.set(Number(id), {
        campaignId: Number(campaign_id),
        sponsorId: Number(sponsor_id),
        influencerId: Number(influencer_id),
      })
    }
  }
  return partiesOf
}

function byId(found: readonly CampaignFacts[]): [number, RequestFacts][] {
  return found.map(({ id, facts }) => [id, facts])
}

/** In the order of campaigns, with lists sorted: their order does not matter. */
function normal(found: readonly (readonly [number, RequestFacts])[]) {
  const ascending = (values: readonly number[]) => values.toSorted((a, b) => a - b)
  return found
    .toSorted(([one], [other]) => one - other)
    .map(([id, { sponsorAnswers, influencerAnswers, agreements, ...counts }]) => ({
      id,
      counts: { ...counts },
      sponsorAnswers: ascending(sponsorAnswers),
      influencerAnswers: ascending(influencerAnswers),
      agreements: agreements
        .map(({ influencerId, amount, firstAmount, reach }) =>
          [influencerId, amount, firstAmount, reach].join(' '),
        )
        .sort(),
    }))
}
