import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeDifference, rebuildStatistics } from '../../../local/statistics.ts'
import { flowNames, stockNames } from '../../../src/features/statistics/sources.ts'
import { DAY } from '../../../src/shared/time.ts'
import { type CampaignDatabase, openCampaignDatabase } from '../campaigns/campaign-database.ts'
import { newWorld, steps } from '../reports/random-history.ts'
import { changes, publications, rareChanges } from './random-changes.ts'
import { slowFigures, sorted, storedFigures } from './slow-figures.ts'

let database: CampaignDatabase
beforeAll(async () => {
  database = await openCampaignDatabase()
})
afterAll(() => database.close())

const moderationEvents = [
  'flagged',
  'unflagged',
  'suspended',
  'suspension_ended',
  'deletion_requested',
  'deletion_stopped',
  'deleted',
  'name_requested',
  'name_approved',
  'name_rejected',
]

/** The figures that were not zero at least once. */
const seen = new Set<string>()

it('equal a slow count after any change, and a rebuild finds nothing wrong', async () => {
  await fc.assert(
    fc.asyncProperty(steps, changes, async (steps, changes) => {
      const world = await newWorld(database, Date.parse('2026-10-20T10:00:00Z'))
      for (const [index, step] of steps.entries()) {
        if (typeof step === 'function') await step(world)
        else world.now += DAY
        await changes[index]?.(world)
      }
      for (const step of [...publications, ...rareChanges]) await step(world)
      expect(sorted(await storedFigures(database.client))).toEqual(sorted(await slowFigures(database.client)))
      expect(await rebuildStatistics(database.client, { piece: 50 })).toEqual({ count: 0, listed: [] })
      const stored = await storedFigures(database.client)
      expect(sorted(stored)).toEqual(sorted(await slowFigures(database.client)))
      for (const key of stored.keys()) seen.add(key.split(' ')[2] ?? '')
    }),
    // With this seed every figure changes at least once.
    { numRuns: 8, seed: 3 },
  )
  // Otherwise the changes above say nothing about a figure.
  expect([...seen].sort()).toEqual([...stockNames, ...flowNames].sort())
  const { rows } = await database.client.execute(
    "select distinct kind from events where subject <> 'campaign'",
  )
  expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(moderationEvents))
  const bulk = await database.client.execute(
    'select distinct kind from bulk_actions where changed > 0 order by 1',
  )
  expect(bulk.rows.map(({ kind }) => kind)).toEqual(['sponsor_approval', 'sponsor_rejection'])
})

it('stay right when people change things during a rebuild', async () => {
  const random = fc.tuple(steps, changes)
  for (const [steps, changes] of fc.sample(random, { numRuns: 3, seed: 5 })) {
    const world = await newWorld(database, Date.parse('2026-11-20T10:00:00Z'))
    const play = async () => {
      for (const [index, step] of steps.entries()) {
        if (typeof step === 'function') await step(world)
        await changes[index]?.(world)
      }
    }
    const [found] = await Promise.all([rebuildStatistics(database.client, { piece: 3 }), play()])
    expect(found).toEqual({ count: 0, listed: [] })
    expect(sorted(await storedFigures(database.client))).toEqual(sorted(await slowFigures(database.client)))
  }
})

it('that were changed by hand are found by a rebuild, named and corrected', async () => {
  const { client } = database
  const right = sorted(await slowFigures(client))
  const day = Date.parse('2026-10-20T00:00:00Z') / DAY
  await client.batch(
    [
      `update daily_figures set value = value + 5 where owner_id = 0 and figure = 'deals'`,
      `delete from daily_figures where owner_id = 0 and figure = 'reach'`,
      `insert into daily_figures values (0, ${day - 3_000}, 'published', '', 9)`,
    ],
    'write',
  )
  const deals = right['0 0 deals '] ?? 0
  const found = await rebuildStatistics(client)
  expect(found?.count).toBe(3)
  expect(found?.listed.map(describeDifference).sort()).toEqual(
    [
      `2018-08-03 published: 9, should be 0`,
      `now deals: ${deals + 5}, should be ${deals}`,
      `now reach: 0, should be ${right['0 0 reach ']}`,
    ].sort(),
  )
  expect(sorted(await storedFigures(client))).toEqual(right)
})
