import type { Campaign, Plan } from '../../../src/features/campaigns/campaign.ts'
import type { Goal } from '../../../src/features/campaigns/goals/goals.ts'
import { scheduleOf } from '../../../src/features/campaigns/schedule.ts'
import type { CampaignId, GoalId, UserId } from '../../../src/shared/ids.ts'
import { cents } from '../../../src/shared/money.ts'

export const NOW = Date.parse('2026-10-10T12:00:00Z')

/** A complete campaign from 1 October to 15 November 2026 (UTC) with a budget of 10,000.00. */
export function campaignWith(values: Partial<Campaign> = {}): Campaign {
  return {
    ...planWith(values),
    id: 1 as CampaignId,
    sponsorId: 1 as UserId,
    sponsorName: 'Northway Outdoor',
    state: 'active',
    committed: cents(0),
    paid: cents(0),
    flaggedAt: null,
    flagReason: null,
    createdAt: Date.parse('2026-09-20T00:00:00Z'),
    publishedAt: Date.parse('2026-09-25T00:00:00Z'),
    recordedEndAt: null,
    version: 1,
    ...values,
  }
}

/** The moments follow from the days, unless `values` has others. */
export function planWith(values: Partial<Plan> = {}): Plan {
  const { startDate = '2026-10-01', endDate = '2026-11-15', timeZone = 'UTC' } = values
  return {
    name: 'Autumn Trail Boots',
    brief: 'Walk in them and tell us.',
    category: 'outdoors',
    niche: 'hiking',
    platforms: ['instagram'],
    wantedDeliverables: [{ kind: 'reel', count: 1 }],
    hashtags: '',
    mentions: '',
    dos: '',
    donts: '',
    disclosure: '#ad',
    usageChannels: ['organic'],
    usageMonths: 3,
    ...scheduleOf({ startDate, endDate, timeZone }),
    budget: cents(1_000_000),
    visibility: 'public',
    ...values,
  }
}

export function goalOf(id: number, text: string, doneAt: number | null = null): Goal {
  return { id: id as GoalId, position: id - 1, text, doneAt }
}
