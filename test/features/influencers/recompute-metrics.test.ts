import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { users } from '../../../src/features/accounts/schema.ts'
import { metricsOf } from '../../../src/features/influencers/metrics.ts'
import { recomputeMetrics } from '../../../src/features/influencers/recompute-metrics.ts'
import { channels, influencers, rates } from '../../../src/features/influencers/schema.ts'
import type { Database } from '../../../src/platform/db/database.ts'
import { withSearchText } from '../../../src/platform/db/searched-text.ts'
import { mutation, write } from '../../../src/platform/db/write.ts'
import type { UserId } from '../../../src/shared/ids.ts'
import { cents } from '../../../src/shared/money.ts'
import { deliverableKindKeys } from '../../../src/shared/taxonomy.ts'
import { startDatabase } from '../../support/database.ts'

const mara = 7 as UserId
const jide = 8 as UserId

let db: Database
let close: () => Promise<void>

beforeAll(async () => {
  ;({ db, close } = await startDatabase())
  await write(db, [mara, jide].flatMap(influencerWith))
})
afterAll(() => close())

const count = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 2_000_000_000 }))
const channel = fc.record({
  followers: count,
  averageViews: count,
  averageLikes: count,
  averageComments: count,
  postsLast30Days: fc.integer({ min: 0, max: 12 }),
})
const prices = fc.uniqueArray(fc.integer({ min: 100, max: 100_000_000_000 }), { maxLength: 5 })

test('the database calculates the same metrics as `metricsOf`, for any channels and rates', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(channel, { maxLength: 20 }), prices, async (stated, asked) => {
      await write(db, [
        mutation.delete(channels),
        mutation.delete(rates),
        ...stated.map((metrics, index) =>
          mutation.insert(channels).values(withSearchText(channels, channelOf(metrics, index))),
        ),
        ...asked.map((price, index) => mutation.insert(rates).values(rateOf(price, index))),
        recomputeMetrics(mara),
      ])
      expect(await stored(mara)).toEqual({
        ...metricsOf(stated),
        lowestPrice: asked.length > 0 ? Math.min(...asked) : null,
      })
      expect(await stored(jide)).toEqual({ followers: 0, reach: 0, engagementRate: 0, lowestPrice: null })
    }),
    { numRuns: 60 },
  )
})

async function stored(id: UserId) {
  const { rows } = await db.client.execute({
    sql: `select followers, reach, engagement_rate as engagementRate, lowest_price as lowestPrice
      from influencers where user_id = ?`,
    args: [id],
  })
  return { ...rows[0] }
}

function influencerWith(id: UserId) {
  const name = `influencer${id}`
  return [
    mutation.insert(users).values(
      withSearchText(users, {
        id,
        username: name,
        email: `${name}@example.com`,
        displayName: name,
        passwordHash: '',
        role: 'influencer',
        status: 'active',
        createdAt: 0,
      }),
    ),
    mutation
      .insert(influencers)
      .values({ userId: id, category: 'outdoors', niche: 'hiking', country: 'SE', languages: [] }),
  ]
}

function channelOf<Metrics extends object>(metrics: Metrics, index: number) {
  const named = { platform: 'blog', handle: `b${index}`, url: 'https://example.com' } as const
  return { influencerId: mara, metricsDate: '2026-11-01', ...named, ...metrics }
}

function rateOf(price: number, index: number) {
  return { influencerId: mara, kind: deliverableKindKeys[index] ?? 'reel', price: cents(price), days: 3 }
}
