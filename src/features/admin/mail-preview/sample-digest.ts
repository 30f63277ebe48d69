import type { AdRequestId, CampaignId } from '../../../shared/ids.ts'
import { cents } from '../../../shared/money.ts'
import { addDays, DAY, dayAt, HOUR } from '../../../shared/time.ts'
import type { Digest } from '../../reminders/digest.ts'

/** A made-up evening. `now` is in milliseconds UTC. */
export function sampleDigest(now: number): Digest {
  const boots = { id: 7 as AdRequestId, campaignName: 'Autumn Trail Boots', from: 'Northway Outdoor' }
  const tea = { id: 8 as AdRequestId, campaignName: 'Slow Mornings', from: 'Leaf & Kettle' }
  const stove = {
    id: 4 as CampaignId,
    name: 'The quiet camping stove',
    sponsorName: 'Emberline',
    category: 'outdoors',
    niche: 'hiking',
    platforms: ['instagram'],
    publishedAt: now - DAY,
    why: 'Hiking, on Instagram',
  } as const
  return {
    waiting: [
      { ...boots, paymentAmount: cents(1_450_00), closesAt: now + 20 * HOUR },
      { ...tea, paymentAmount: cents(600_00), closesAt: now + 50 * HOUR },
    ],
    due: [
      {
        adRequestId: 9 as AdRequestId,
        campaignName: 'Winter Wool',
        what: '2 reels',
        dueDate: addDays(dayAt(now, 'UTC'), 1),
        daysLeft: 'tomorrow',
      },
    ],
    campaigns: [stove],
  }
}
