import fc from 'fast-check'
import { expect, test } from 'vitest'
import { engagementRate, metricsOf, reachOf } from '../../../src/features/influencers/metrics.ts'

const blog = { followers: 182_400, averageLikes: 7_000, averageComments: 478, postsLast30Days: 6 }
const show = { followers: 20_000, averageLikes: 2_000, averageComments: 0, postsLast30Days: 31 }

test('engagement is likes and comments divided by followers', () => {
  expect(engagementRate(blog)).toBeCloseTo(0.041, 4)
  expect(engagementRate({ ...blog, followers: 0 })).toBe(0)
})

test('reach is followers times activity, with its calculation', () => {
  expect(reachOf(blog)).toEqual({ followers: 182_400, posts: 6, fullActivity: 8, reach: 136_800 })
  expect(reachOf(show)).toEqual({ followers: 20_000, posts: 8, fullActivity: 8, reach: 20_000 })
  expect(reachOf({ ...blog, postsLast30Days: 0 }).reach).toBe(0)
})

test('a profile sums reach and weights engagement by followers', () => {
  expect(metricsOf([blog, show])).toEqual({
    followers: 202_400,
    reach: 156_800,
    engagementRate: (7_478 + 2_000) / 202_400,
  })
  expect(metricsOf([])).toEqual({ followers: 0, reach: 0, engagementRate: 0 })
})

const count = fc.integer({ min: 0, max: 2_000_000_000 })
const channel = fc.record({
  followers: count,
  averageLikes: count,
  averageComments: count,
  postsLast30Days: fc.integer({ min: 0, max: 3_000 }),
})

test('reach is a whole number and never exceeds the followers', () => {
  fc.assert(
    fc.property(fc.array(channel, { maxLength: 20 }), (channels) => {
      const { followers, reach } = metricsOf(channels)
      expect(Number.isSafeInteger(reach)).toBe(true)
      expect(reach).toBeGreaterThanOrEqual(0)
      expect(reach).toBeLessThanOrEqual(followers)
    }),
  )
})

test('engagement is the mean of the rates, weighted by followers', () => {
  fc.assert(
    fc.property(fc.array(channel, { minLength: 1, maxLength: 20 }), (channels) => {
      const followers = channels.reduce((sum, one) => sum + one.followers, 0)
      const weighted = channels.reduce((sum, one) => sum + engagementRate(one) * one.followers, 0)
      const expected = followers > 0 ? weighted / followers : 0
      const { engagementRate: mean } = metricsOf(channels)
      expect(Math.abs(mean - expected)).toBeLessThanOrEqual(expected * 1e-9)
    }),
  )
})
