import type { CampaignId } from '../../src/shared/ids.ts'
import { type Cents, cents } from '../../src/shared/money.ts'
import {
  type Category,
  type DeliverableKind,
  nichesOf,
  type Platform,
  type UsageChannel,
} from '../../src/shared/taxonomy.ts'
import { type CampaignDates, datesOf } from './campaign-dates.ts'
import { campaignName } from './campaign-names.ts'
import { beginningOf, type Place } from './campaign-places.ts'
import { campaignId } from './ids.ts'
import { madeFor } from './prices.ts'
import { Random } from './random.ts'
import type { Sponsor, Sponsors } from './sponsors.ts'
import { nicheWords } from './vocabulary.ts'
import type { World } from './world.ts'

export interface Campaign extends CampaignDates {
  readonly index: number
  readonly id: CampaignId
  readonly place: Place
  readonly sponsor: Sponsor
  readonly name: string
  readonly category: Category
  readonly niche: string
  readonly product: readonly [name: string, what: string]
  readonly platforms: readonly Platform[]
  readonly wanted: readonly { readonly kind: DeliverableKind; readonly count: number }[]
  readonly usageChannels: readonly UsageChannel[]
  readonly usageMonths: number
  readonly budget: Cents
}

/** All campaigns, oldest first. */
export function planCampaigns(world: World, sponsors: Sponsors): Campaign[] {
  const used = new Set<string>()
  return Array.from({ length: world.size.campaigns }, (_, index) => {
    const random = new Random(world.seed, 5, index)
    const beginning = beginningOf(world, index, random)
    const { place, createdAt, isNorthways } = beginning
    const sponsor = isNorthways ? sponsors.northway : sponsors.anyBy(createdAt, random)
    const dates = datesOf(beginning, sponsor.timeZone, world.now, random)
    const plan = place === 'told' ? trailBoots() : newPlan(sponsor, dates, used, random)
    return { ...dates, ...plan, index, id: campaignId(index + 1), place, sponsor }
  })
}

/** One whose name the sponsor has not used yet, if one is found in a few tries. */
function newPlan(sponsor: Sponsor, dates: CampaignDates, used: Set<string>, random: Random) {
  const nameFor = ({ name }: { name: string }) => `${sponsor.index} ${name}`
  let plan = planOf(sponsor, dates, random)
  for (let tries = 0; tries < 6 && used.has(nameFor(plan)); tries += 1) plan = planOf(sponsor, dates, random)
  used.add(nameFor(plan))
  return plan
}

function planOf(sponsor: Sponsor, { startDate }: CampaignDates, random: Random) {
  const { category } = sponsor
  const niche = random.pick(Object.keys(nichesOf(category)))
  const product = random.pick(nicheWords(category, niche).products)
  const platforms = random.some(trades[category] ?? usualPlatforms, 2)
  return {
    name: campaignName(product[0], startDate, random),
    category,
    niche,
    product,
    platforms,
    wanted: wantedFor(platforms, random),
    usageChannels: random.chance(0.3) ? (['organic', 'paid_social'] as const) : (['organic'] as const),
    usageMonths: random.pick([3, 3, 3, 6, 12]),
    budget: budgetOf(sponsor, random),
  }
}

/** The campaign of which `northway.ts` tells. */
function trailBoots() {
  const niche = 'hiking'
  const [product] = nicheWords('outdoors', niche).products
  if (!product) throw new Error('Northway has no boots')
  return {
    name: 'Autumn Trail Boots',
    category: 'outdoors' as const,
    niche,
    product,
    platforms: ['instagram', 'youtube'] as const,
    wanted: [
      { kind: 'reel', count: 1 },
      { kind: 'story', count: 2 },
    ] as const,
    usageChannels: ['organic'] as const,
    usageMonths: 3,
    budget: cents(10_000_00),
  }
}

function budgetOf({ yearlyBudget }: Sponsor, random: Random): Cents {
  const dollars = Math.max(2_500, (yearlyBudget / 100) * random.between(0.04, 0.14))
  return cents(Math.round(dollars / 500) * 500_00)
}

function wantedFor(platforms: readonly Platform[], random: Random): Campaign['wanted'] {
  const kinds = new Set(platforms.flatMap((platform) => madeFor[platform]))
  return random
    .some([...kinds], random.whole(1, 3))
    .map((kind) => ({ kind, count: kind === 'story' ? random.whole(2, 6) : random.whole(1, 3) }))
}

const usualPlatforms: readonly Platform[] = ['instagram', 'tiktok', 'youtube']

const trades: Partial<Record<Category, readonly Platform[]>> = {
  gaming: ['twitch', 'youtube', 'tiktok'],
  business: ['linkedin', 'podcast', 'blog'],
  technology: ['youtube', 'blog', 'tiktok'],
  outdoors: ['instagram', 'youtube', 'blog'],
  health: ['instagram', 'podcast', 'blog'],
}
