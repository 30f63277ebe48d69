import { describe, expect, it } from 'vitest'
import { followerTierOf } from '../../src/shared/follower-tier.ts'

describe('the tier of an influencer', () => {
  it.each([
    [0, 'nano'],
    [9_999, 'nano'],
    [10_000, 'micro'],
    [49_999, 'micro'],
    [50_000, 'mid'],
    [499_999, 'mid'],
    [500_000, 'macro'],
    [999_999, 'macro'],
    [1_000_000, 'mega'],
    [250_000_000, 'mega'],
  ])('of %i followers is %s', (followers, tier) => {
    expect(followerTierOf(followers)).toBe(tier)
  })

  it('does not exist for a negative number', () => {
    expect(() => followerTierOf(-1)).toThrow(RangeError)
  })
})
