import { users } from '../../src/features/accounts/schema.ts'
import { metricsOf } from '../../src/features/influencers/metrics.ts'
import { channels, influencers, rates } from '../../src/features/influencers/schema.ts'
import { sponsors } from '../../src/features/sponsors/schema.ts'
import type { PlainTexts } from '../../src/platform/db/searched-text.ts'
import type { UserId } from '../../src/shared/ids.ts'
import { cents } from '../../src/shared/money.ts'
import {
  type Category,
  categoryKeys,
  categoryLabel,
  deliverableKindKeys,
  nicheLabel,
  nichesOf,
  platformKeys,
} from '../../src/shared/taxonomy.ts'
import { DAY, HOUR } from '../../src/shared/time.ts'
import type { BulkInsert } from './bulk-insert.ts'
import { dayOf, joinedAt, type Plan, sponsorJoinedAt } from './plan.ts'
import { Random } from './random.ts'
import { adjective, capitalized, dwellingOf, noun, verb } from './text.ts'

export function influencerId({ first, counts }: Plan, index: number): UserId {
  return (first.user + counts.sponsors + index) as UserId
}

/** Suspended and flagged people negotiate nothing. */
export function isInGoodStanding(index: number): boolean {
  return index % 60 !== 41 && index % 60 !== 53
}

/** An influencer with channels and rates. Returns their lowest price. */
export function addInfluencer(rows: BulkInsert, plan: Plan, index: number): number {
  const random = new Random(plan.seed, 1, index)
  const { name, latin, timeZone, ...dwelling } = dwellingOf(random)
  const category = categoryOf(index)
  const niche = random.pick(Object.keys(nichesOf(category)))
  const username = usernameFor(latin.length > 2 ? latin : `${niche}.fan`, plan)
  const created = joinedAt(index, plan)
  addUser(
    rows,
    plan,
    { id: influencerId(plan, index), username, displayName: name, timeZone, createdAt: created },
    'influencer',
    index % 60 === 41 ? 'suspended' : 'active',
    random,
  )

  const id = influencerId(plan, index)
  const own = channelsOf(random, index)
  const prices = ratesOf(random, own[0]?.followers ?? 0)
  const lowestPrice = Math.min(...prices.map(({ price }) => price))
  const rated = random.chance(0.6)
  rows.add(influencers, {
    userId: id,
    category,
    niche,
    bio: bioOf(category, niche, dwelling.city, random),
    ...dwelling,
    availability: random.pick<'open' | 'limited' | 'closed'>([
      'open',
      'open',
      'open',
      'open',
      'limited',
      'closed',
    ]),
    ...metricsOf(own),
    lowestPrice: cents(lowestPrice),
    rating: rated ? random.whole(30, 50) / 10 : null,
    ratingCount: rated ? random.whole(1, 60) : 0,
    flaggedAt: index % 60 === 53 ? plan.now - random.whole(1, 20) * DAY : null,
    flagReason: index % 60 === 53 ? 'The figures do not match the channel.' : null,
  })
  for (const channel of own) {
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
  return lowestPrice
}

/** Three of a hundred wait for approval, one was rejected. */
export function isApproved(index: number): boolean {
  return index % 100 < 96
}

export function addSponsor(rows: BulkInsert, plan: Plan, index: number): void {
  const random = new Random(plan.seed, 2, index)
  const { name, timeZone } = dwellingOf(random)
  const id = (plan.first.user + index) as UserId
  const category = categoryOf(index)
  const company = `${capitalized(adjective(random))} ${capitalized(noun(random))} ${categoryLabel(category)}`
  const isRejected = index % 100 === 96
  const joined = isApproved(index) ? sponsorJoinedAt(index, plan) : plan.now - random.whole(4, 40) * HOUR
  const status = isApproved(index) ? 'active' : isRejected ? 'rejected' : 'pending'
  const username = `company.${index.toString(36)}`
  addUser(
    rows,
    plan,
    { id, username, displayName: name, timeZone, createdAt: joined },
    'sponsor',
    status,
    random,
  )
  rows.add(sponsors, {
    userId: id,
    companyName: company,
    industry: categoryLabel(category),
    annualBudget: cents(random.whole(40, 500) * 1_000_00),
    website: `https://${username}.example`,
    about: `We ${verb(random)} ${adjective(random)} ${noun(random)} and ${noun(random)}.`,
    submittedAt: joined,
    answeredAt: status === 'pending' ? 0 : joined + HOUR,
  })
}

function addUser(
  rows: BulkInsert,
  { now, passwordHash }: Plan,
  user: Pick<PlainTexts<typeof users.$inferInsert>, 'id' | 'username' | 'displayName' | 'createdAt'> & {
    timeZone: string
  },
  role: 'sponsor' | 'influencer',
  status: 'active' | 'pending' | 'rejected' | 'suspended',
  random: Random,
): void {
  rows.add(users, {
    ...user,
    email: `${user.username}@mail.example`,
    passwordHash,
    role,
    status,
    statusReason:
      status === 'suspended' || status === 'rejected' ? 'The profile does not say who this is.' : null,
    lastSeenAt: Math.max(user.createdAt, Math.floor(now - random.between(0, 20) * DAY)),
  })
}

// The second Ana Silva is ana.silva2: so most words in names are shared, as they are among real people.
function usernameFor(name: string, { usernames }: Plan): string {
  const start = name
    .replace(/^\.|\.$/g, '')
    .slice(0, 22)
    .padEnd(3, 'x')
  const count = (usernames.get(start) ?? 0) + 1
  usernames.set(start, count)
  return count === 1 ? start : `${start}${count}`
}

export function categoryOf(index: number): Category {
  return categoryKeys[(index * 7) % categoryKeys.length] ?? 'outdoors'
}

function bioOf(category: Category, niche: string, city: string, random: Random): string {
  const label = (nicheLabel(category, niche) ?? niche).toLowerCase()
  const place = random.chance(0.4) ? ` Based in ${city}.` : ''
  return `${capitalized(adjective(random))} ${label}, ${noun(random)} and ${noun(random)}. I ${verb(random)} what others ${verb(random)}, with a ${adjective(random)} ${noun(random)}.${place}`
}

/** The main channel first. Followers follow a power law: half have under 16,000, one in a hundred over three million. */
function channelsOf(random: Random, index: number) {
  // The golden ratio spreads any number of people evenly.
  const share = (index * 0.618_033_988_75 + random.between(0.3, 0.33)) % 1
  const floor = (6_000 / 12_000_000) ** 0.72
  const main = Math.round(6_000 * (floor + (1 - floor) * share) ** (-1 / 0.72))
  return random.some(platformKeys, random.pick([1, 1, 2, 2, 3, 4])).map((platform, place) => {
    const followers = place === 0 ? main : Math.max(120, Math.round(main * random.between(0.05, 0.6)))
    // The larger a channel, the smaller the share that responds.
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
