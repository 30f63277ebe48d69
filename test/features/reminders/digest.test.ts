import { describe, expect, it } from 'vitest'
import { digestFor, type Situation } from '../../../src/features/reminders/digest.ts'
import { dueDeliverables, type RunningDeal } from '../../../src/features/reminders/due-deliverables.ts'
import { fittingCampaigns, type OpenCampaign } from '../../../src/features/reminders/fitting-campaigns.ts'
import type { AdRequestId, CampaignId } from '../../../src/shared/ids.ts'
import { cents } from '../../../src/shared/money.ts'

const DAY = 86_400_000
const NOW = Date.parse('2026-11-27T17:00:00Z')

const profile = { category: 'outdoors', niche: 'hiking', platforms: ['instagram', 'youtube'] } as const

function campaign(id: number, values: Partial<OpenCampaign> = {}): OpenCampaign {
  return {
    id: id as CampaignId,
    name: `Campaign ${id}`,
    sponsorName: 'Northway',
    category: 'outdoors',
    niche: 'camping',
    platforms: ['instagram'],
    publishedAt: NOW - id * 1000,
    ...values,
  }
}

const deal = (dueDate: string, timeZone = 'UTC'): RunningDeal => ({
  adRequestId: 1 as AdRequestId,
  campaignName: 'Boots',
  timeZone,
  terms: { deliverables: [{ kind: 'reel', count: 2, dueDate }] },
})

const waiting = {
  id: 1 as AdRequestId,
  campaignName: 'Boots',
  from: 'Northway',
  paymentAmount: cents(100),
  closesAt: NOW + DAY,
}

const nothing: Situation = {
  lastSeenAt: NOW - DAY,
  timeZone: 'UTC',
  waiting: [],
  deals: [],
  profile,
  knownCampaigns: new Set(),
}

describe('campaigns that fit', () => {
  const ids = (campaigns: readonly OpenCampaign[], known: readonly number[] = []) =>
    fittingCampaigns(profile, campaigns, new Set(known)).map(({ id }) => id)

  it('are in the category and on one of the platforms', () => {
    const others = [
      campaign(1, { category: 'beauty' }),
      campaign(2, { platforms: ['tiktok'] }),
      campaign(3, { category: null }),
    ]
    expect(ids([...others, campaign(4)])).toEqual([4])
  })

  it('come in the order of niche, then newest, and are at most five', () => {
    const inNiche = campaign(9, { niche: 'hiking' })
    expect(ids([campaign(3), campaign(1), campaign(2), campaign(5), campaign(4), inNiche])).toEqual([
      9, 1, 2, 3, 4,
    ])
  })

  it('are not those that they already have a request for', () => {
    expect(ids([campaign(1), campaign(2)], [1])).toEqual([2])
  })

  it('say why they fit', () => {
    const both = campaign(1, { niche: 'hiking', platforms: ['tiktok', 'youtube', 'instagram'] })
    const whys = fittingCampaigns(profile, [both, campaign(2)], new Set()).map(({ why }) => why)
    expect(whys).toEqual(['Hiking, on YouTube and Instagram', 'Outdoors, on Instagram'])
  })
})

describe('what is due', () => {
  it.each([
    ['2026-11-26', undefined],
    ['2026-11-27', 'today'],
    ['2026-11-28', 'tomorrow'],
    ['2026-11-30', 'in 3 days'],
    ['2026-12-01', undefined],
  ])('on %s is named: %s', (dueDate, expected) => {
    expect(dueDeliverables([deal(dueDate)], NOW)[0]?.daysLeft).toBe(expected)
  })

  it("is read in the campaign's time zone", () => {
    expect(dueDeliverables([deal('2026-11-28', 'Pacific/Auckland')], NOW)).toMatchObject([
      { daysLeft: 'today' },
    ])
  })

  it('comes in the order of its days', () => {
    const days = dueDeliverables([deal('2026-11-29'), deal('2026-11-27'), deal('2026-11-28')], NOW)
    expect(days.map(({ daysLeft }) => daysLeft)).toEqual(['today', 'tomorrow', 'in 2 days'])
  })
})

describe('a digest', () => {
  const digest = (situation: Partial<Situation>, recent = [campaign(1)]) =>
    digestFor({ ...nothing, ...situation }, recent, NOW)

  it('is not sent if there is nothing to say', () => {
    expect(digest({})).toBeNull()
    expect(digest({ lastSeenAt: NOW - 7 * DAY }, [])).toBeNull()
  })

  it('is sent for a waiting offer, with new campaigns that fit', () => {
    const sent = digest({ waiting: [waiting] }, [campaign(1), campaign(2, { publishedAt: NOW - 2 * DAY })])
    expect(sent).toMatchObject({ waiting: [{ id: 1 }], campaigns: [{ id: 1 }] })
  })

  it('is sent for a deliverable', () => {
    expect(digest({ deals: [deal('2026-11-28')] }, [])).toMatchObject({ due: [{ what: '2 reels' }] })
  })

  it('is sent for new campaigns after seven days away, but not after six or eight', () => {
    const old = [campaign(1, { publishedAt: NOW - DAY })]
    expect(digest({ lastSeenAt: NOW - 6 * DAY }, old)).toBeNull()
    expect(digest({ lastSeenAt: NOW - 7 * DAY }, old)).toMatchObject({ campaigns: [{ id: 1 }] })
    expect(digest({ lastSeenAt: NOW - 8 * DAY }, old)).toBeNull()
  })

  it('has no campaigns for somebody without a public profile', () => {
    expect(digest({ waiting: [waiting], profile: null })).toMatchObject({ campaigns: [] })
  })
})
