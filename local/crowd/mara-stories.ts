import { cents } from '../../src/shared/money.ts'
import { DAY, HOUR } from '../../src/shared/time.ts'
import type { Campaign } from './campaigns.ts'
import type { Influencer } from './influencers.ts'
import { proposal, reel, runsWell, type Story, story } from './story.ts'

/** What waits for Mara besides the boots: an invitation that soon runs out, and an answer to what she asked for. */
export function maraStories(campaigns: readonly Campaign[], mara: Influencer, now: number): Story[] {
  const [first, second] = forHer(campaigns, now)
  return [...(first ? [soonOver(first, mara, now)] : []), ...(second ? [answered(second, mara, now)] : [])]
}

/** The latest campaigns that run well, those near her subjects first. */
function forHer(campaigns: readonly Campaign[], now: number): Campaign[] {
  const candidates = campaigns
    .slice(-SEARCHED)
    .filter((campaign) => runsWell(campaign, now))
    .reverse()
  const near = candidates.filter(({ category }) => subjects.has(category))
  return [...near, ...candidates.filter((one) => !near.includes(one))].slice(0, 2)
}

const SEARCHED = 500
const subjects: ReadonlySet<string> = new Set(['travel', 'fitness', 'outdoors'])

function soonOver(campaign: Campaign, mara: Influencer, now: number): Story {
  const message = `Your films are the calmest we know. Would you be part of ${campaign.name}, in your own words?`
  const first = proposal(campaign, 1_250, reel(campaign, now, 12), message)
  return story(now - 63 * HOUR, { campaign, influencer: mara, origin: 'invitation' }, first)
}

function answered(campaign: Campaign, mara: Influencer, now: number): Story {
  const at = now - 2 * DAY
  const message = 'I leave for two weeks in the north anyway, and this would come along.'
  const first = proposal(campaign, 1_540, reel(campaign, now, 15, 2), message)
  const less = {
    ...first,
    paymentAmount: cents(1_350_00),
    message: 'We can come up to this, and not much further.',
  }
  return story(at, { campaign, influencer: mara, origin: 'application' }, first, (told) => {
    told.offer('sponsor', less, at + 21 * HOUR)
    told.say('sponsor', 'Would the pictures of the hut be part of it? Those we liked most.', at + 22 * HOUR)
  })
}
