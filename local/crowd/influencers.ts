import { metricsOf } from '../../src/features/influencers/metrics.ts'
import { channels, influencers, rates } from '../../src/features/influencers/schema.ts'
import type { UserId } from '../../src/shared/ids.ts'
import { cents } from '../../src/shared/money.ts'
import {
  type Category,
  deliverableKindKeys,
  nicheLabel,
  nichesOf,
  platformKeys,
} from '../../src/shared/taxonomy.ts'
import { DAY } from '../../src/shared/time.ts'
import type { BulkInsert } from './bulk-insert.ts'
import { dayOf, joinedAt, type Plan } from './plan.ts'
import { Random } from './random.ts'
import { adjective, capitalized, homeOf, noun, verb } from './text.ts'
import { addUser, categoryOf, usernameFor } from './users.ts'

/** Adds an influencer with channels and rates. Returns their lowest price and their followers. */
export function addInfluencer(
  rows: BulkInsert,
  plan: Plan,
  index: number,
): { lowestPrice: number; followers: number } {
  const random = new Random(plan.seed, 1, index)
  const { name, latin, timeZone, ...home } = homeOf(random)
  const category = categoryOf(index)
  const niche = random.pick(Object.keys(nichesOf(category)))
  const id = influencerId(plan, index)
  const username = usernameFor(latin.length > 2 ? latin : `${niche}.fan`, plan)
  addUser(
    rows,
    plan,
    {
      id,
      username,
      displayName: name,
      timeZone,
      createdAt: joinedAt(index, plan),
      role: 'influencer',
      status: isSuspended(index) ? 'suspended' : 'active',
    },
    random,
  )

  const ownChannels = channelsOf(random, index)
  const prices = ratesOf(random, ownChannels[0]?.followers ?? 0)
  const lowestPrice = Math.min(...prices.map(({ price }) => price))
  const metrics = metricsOf(ownChannels)
  const rated = random.chance(0.6)
  rows.add(influencers, {
    userId: id,
    category,
    niche,
    bio: bioOf(category, niche, home.city, random),
    ...home,
    availability: random.pick<'open' | 'limited' | 'closed'>([
      'open',
      'open',
      'open',
      'open',
      'limited',
      'closed',
    ]),
    ...metrics,
    lowestPrice: cents(lowestPrice),
    rating: rated ? random.whole(30, 50) / 10 : null,
    ratingCount: rated ? random.whole(1, 60) : 0,
    flaggedAt: isFlagged(index) ? plan.now - random.whole(1, 20) * DAY : null,
    flagReason: isFlagged(index) ? 'The figures do not match the channel.' : null,
  })
  for (const channel of ownChannels) {
    const url = `https://${channel.platform}.example/${username}`
    rows.add(channels, {
      influencerId: id,
      handle: username,
      url,
      ...channel,
      metricsDate: dayOf(plan.now - random.whole(1, 60) * DAY),
    })
  }
  for (const rate of prices) rows.add(rates, { influencerId: id, ...rate })
  return { lowestPrice, followers: metrics.followers }
}

export function influencerId({ first, counts }: Plan, index: number): UserId {
  return (first.user + counts.sponsors + index) as UserId
}

/** Suspended and flagged influencers negotiate nothing. */
export function isInGoodStanding(index: number): boolean {
  return !isSuspended(index) && !isFlagged(index)
}

function isSuspended(index: number): boolean {
  return index % 60 === 41
}

function isFlagged(index: number): boolean {
  return index % 60 === 53
}

function bioOf(category: Category, niche: string, city: string, random: Random): string {
  const label = (nicheLabel(category, niche) ?? niche).toLowerCase()
  const location = random.chance(0.4) ? ` Based in ${city}.` : ''
  return `${capitalized(adjective(random))} ${label}, ${noun(random)} and ${noun(random)}. I ${verb(random)} what others ${verb(random)}, with a ${adjective(random)} ${noun(random)}.${location}`
}

/**
 * The main channel comes first. Follower counts follow a power law: half of the influencers have fewer than 16,000,
 * and one in a hundred has more than three million.
 */
function channelsOf(random: Random, index: number) {
  // The golden ratio spreads any number of people evenly.
  const share = (index * 0.618_033_988_75 + random.between(0.3, 0.33)) % 1
  const floor = (6_000 / 12_000_000) ** 0.72
  const main = Math.round(6_000 * (floor + (1 - floor) * share) ** (-1 / 0.72))
  return random.some(platformKeys, random.pick([1, 1, 2, 2, 3, 4])).map((platform, position) => {
    const followers = position === 0 ? main : Math.max(120, Math.round(main * random.between(0.05, 0.6)))
    // In larger channels, a smaller share of the followers responds.
    const interactions = followers * 0.09 * (followers / 1_000) ** -0.17 * random.between(0.3, 1.5)
    const averageComments = Math.round(interactions * 0.04)
    return {
      platform,
      followers,
      averageViews: Math.round(followers * random.between(0.1, 0.9)),
      averageLikes: Math.round(interactions) - averageComments,
      averageComments,
      postsLast30Days: random.whole(0, 20),
    }
  })
}

function ratesOf(random: Random, followers: number) {
  return random.some(deliverableKindKeys, random.whole(1, 4)).map((kind) => {
    const dollars = 25 + 17 * random.between(0.3, 2) * (followers / 1_000) ** 0.86
    return { kind, price: cents(Math.max(1, Math.round(dollars / 10)) * 10_00), days: random.whole(1, 12) }
  })
}
