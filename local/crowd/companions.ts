import { DAY } from '../../src/shared/time.ts'
import type { Campaign } from './campaigns.ts'
import type { Influencer, Influencers } from './influencers.ts'

/** For each amount (dollars) somebody near the campaign's subject whose price for a reel comes closest; no one twice. */
export function companions(
  influencers: Influencers,
  { category }: Campaign,
  now: number,
  amounts: readonly number[],
): Influencer[] {
  const known = Array.from({ length: Math.min(SEARCHED, influencers.count - 1) }, (_, index) =>
    influencers.at(index + 1),
  )
  const candidates = known.filter(
    (one) => one.standing === 'good' && one.availability !== 'closed' && one.joinedAt < now - 20 * DAY,
  )
  return amounts.flatMap((dollars) => {
    const distance = (one: Influencer) => distanceTo(dollars, category, one)
    const best = candidates.reduce((near, one) => (distance(one) < distance(near) ? one : near))
    candidates.splice(candidates.indexOf(best), 1)
    return [best]
  })
}

const SEARCHED = 300

/** Another subject is worse than three times the price. */
function distanceTo(dollars: number, category: string, { rates, category: own }: Influencer): number {
  const price = rates.find(({ kind }) => kind === 'reel')?.price ?? 0
  const far = price === 0 ? 10 : Math.abs(Math.log(price / 100 / dollars))
  return far + (own === category ? 0 : own === 'fitness' || own === 'travel' ? 0.5 : 3)
}
