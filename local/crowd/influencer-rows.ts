import { users } from '../../src/features/accounts/schema.ts'
import { channels, influencers, rates } from '../../src/features/influencers/schema.ts'
import { DAY } from '../../src/shared/time.ts'
import { named, plainLetters, type Usernames } from './accounts.ts'
import { bioOf } from './bios.ts'
import { dayThere } from './days.ts'
import type { Influencer } from './influencers.ts'
import { tellOfPerson } from './people-events.ts'
import { Random } from './random.ts'
import type { Rows } from './rows.ts'
import { ALL_BUSY } from './size.ts'
import type { World } from './world.ts'

/** An influencer's account, profile, channels and rates. */
export function addInfluencer(rows: Rows, world: World, usernames: Usernames, influencer: Influencer): void {
  const random = new Random(world.seed, 2, influencer.index)
  const username = usernameOf(influencer, usernames)
  const { id, figures, standing } = influencer
  rows.add(users, {
    id,
    username,
    email: influencer.index === 0 ? named.influencer.email : `${username}@${random.pick(mailHosts)}.example`,
    displayName: influencer.name.full,
    passwordHash: world.passwordHash,
    role: 'influencer',
    status: standing === 'suspended' ? 'suspended' : 'active',
    statusReason: standing === 'suspended' ? random.pick(suspensions) : null,
    timeZone: influencer.timeZone,
    createdAt: influencer.joinedAt,
    lastSeenAt: lastSeen(influencer, world.now, random),
  })
  rows.add(influencers, {
    userId: id,
    category: influencer.category,
    niche: influencer.niche,
    bio: bioOf(influencer, random),
    country: influencer.country,
    city: influencer.city,
    languages: influencer.languages,
    availability: influencer.availability,
    followers: figures.followers,
    reach: figures.reach,
    engagementRate: figures.engagementRate,
    lowestPrice: influencer.rates.length === 0 ? null : lowestPrice(influencer),
    ...influencer.rated,
    flaggedAt: standing === 'flagged' ? world.now - random.whole(1, 20) * DAY : null,
    flagReason:
      standing === 'flagged'
        ? 'The follower figures do not match the channel: please send a screenshot.'
        : null,
  })
  addChannels(rows, world, influencer, random)
  for (const rate of influencer.rates) rows.add(rates, { influencerId: id, ...rate })
  // Of a crowd nobody reads the history, and it is a fifth of all rows.
  if (influencer.index < ALL_BUSY) tellOfPerson(rows, world, influencer)
}

function addChannels(rows: Rows, { now }: World, influencer: Influencer, random: Random): void {
  const handle = handleOf(influencer, random)
  for (const { platform, daysOld, ...figures } of influencer.channels) {
    rows.add(channels, {
      influencerId: influencer.id,
      platform,
      handle: `@${handle}`,
      // No real site: whoever has this name there is somebody else.
      url: `https://${platform}.example/${handle}`,
      ...figures,
      figuresDate: dayThere('UTC', now - daysOld * DAY),
    })
  }
}

function usernameOf({ index, name }: Influencer, usernames: Usernames): string {
  return index === 0 ? named.influencer.username : usernames.of(...name.latin)
}

function handleOf({ name: { latin }, niche }: Influencer, random: Random): string {
  const [given, family] = latin.map(plainLetters)
  const trade = niche.replaceAll('_', '')
  return random.pick([`${given}${family}`, `${given}.${family}`, `${given}.${trade}`, `${trade}with${given}`])
}

function lowestPrice({ rates: card }: Influencer): (typeof card)[number]['price'] | null {
  return (
    card.reduce<(typeof card)[number] | null>(
      (least, rate) => (least && least.price <= rate.price ? least : rate),
      null,
    )?.price ?? null
  )
}

function lastSeen({ index, joinedAt }: Influencer, now: number, random: Random): number {
  const ago = index === 0 ? 0.1 : random.chance(0.7) ? random.between(0, 3) : random.between(3, 40)
  return Math.max(joinedAt, Math.floor(now - ago * DAY))
}

const mailHosts = ['mail', 'post', 'inbox', 'letters'] as const

const suspensions = [
  'Asked sponsors to pay outside of Parley, after a warning.',
  'The channels in the profile belong to somebody else.',
  'Threatened a sponsor in a message thread.',
] as const
