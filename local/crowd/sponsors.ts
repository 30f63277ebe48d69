import type { UserId } from '../../src/shared/ids.ts'
import { type Cents, cents } from '../../src/shared/money.ts'
import { type Category, categoryKeys } from '../../src/shared/taxonomy.ts'
import { DAY, HOUR } from '../../src/shared/time.ts'
import { named } from './accounts.ts'
import { companyOf } from './companies.ts'
import { userId } from './ids.ts'
import { type Name, nameOf } from './names.ts'
import { dwellingOf } from './places.ts'
import { Random } from './random.ts'
import { joinedAgo, joinedBefore, type Size } from './size.ts'
import type { World } from './world.ts'

export interface Sponsor {
  readonly index: number
  readonly id: UserId
  readonly contact: Name
  readonly company: string
  readonly category: Category
  readonly timeZone: string
  readonly yearlyBudget: Cents
  readonly joinedAt: number
  /** What the admin said; null while it waits. */
  readonly answer: {
    readonly status: 'active' | 'rejected'
    readonly reason: string | null
    readonly at: number
  } | null
  /** One of the demo's own people. */
  readonly account: { readonly username: string; readonly email: string } | null
}

/** All sponsors: first the approved, Northway before all others, then the rejected, then those that wait. */
export class Sponsors {
  readonly all: readonly Sponsor[]
  readonly #approved: number
  readonly #now: number

  constructor(world: World, firstId: number) {
    this.#now = world.now
    const groups = groupsOf(world.size)
    this.#approved = groups.approved
    this.all = Array.from({ length: world.size.sponsors }, (_, index) =>
      sponsorOf(world, groups, index, userId(firstId + index)),
    )
  }

  get northway(): Sponsor {
    return this.#at(0)
  }

  /** Anybody who had been approved by then. */
  anyBy(at: number, random: Random): Sponsor {
    const known = Math.max(1, joinedBefore(this.#now - at + ANSWER_TIME, this.#approved))
    const found = this.#at(random.whole(0, known - 1))
    return found.answer && found.answer.at < at ? found : this.northway
  }

  #at(index: number): Sponsor {
    const found = this.all[index]
    if (!found) throw new RangeError(`There is no sponsor ${index}`)
    return found
  }
}

const ANSWER_TIME = 2 * DAY

interface Groups {
  readonly approved: number
  readonly rejected: number
}

function groupsOf({ sponsors }: Size): Groups {
  const waiting = Math.max(2, Math.round(sponsors * 0.03))
  const rejected = Math.max(1, Math.round(sponsors * 0.01))
  return { approved: sponsors - waiting - rejected, rejected }
}

function sponsorOf(world: World, groups: Groups, index: number, id: UserId): Sponsor {
  const random = new Random(world.seed, 3, index)
  const { names, timeZone } = dwellingOf(random)
  const category = categoryKeys[(index * 5 + 6) % categoryKeys.length] ?? 'outdoors'
  const yearlyBudget = cents(Math.round(10 ** random.between(4.6, 5.7) / 1_000) * 1_000_00)
  const somebody = { contact: nameOf(names, random), category, timeZone, yearlyBudget, account: null }
  return {
    ...somebody,
    company: companyOf(index, category, random),
    ...own(index, groups),
    index,
    id,
    ...admission(world, groups, index, random),
  }
}

/** When it came in, and the answer that it got. */
function admission({ now }: World, { approved, rejected }: Groups, index: number, random: Random) {
  if (index < approved) {
    const joinedAt = Math.floor(now - joinedAgo(index, approved) - 2 * ANSWER_TIME)
    const at = joinedAt + Math.floor(random.between(HOUR, ANSWER_TIME))
    return { joinedAt, answer: { status: 'active' as const, reason: null, at } }
  }
  const joinedAt = Math.floor(now - random.between(3 * HOUR, 2 * DAY))
  if (index >= approved + rejected) return { joinedAt, answer: null }
  const at = joinedAt + Math.floor(random.between(0.3, 0.9) * (now - joinedAt))
  return { joinedAt, answer: { status: 'rejected' as const, reason: random.pick(reasons), at } }
}

/** The demo's own people. */
function own(index: number, { approved, rejected }: Groups): Partial<Sponsor> {
  if (index === 0) return { ...ownPerson(named.sponsor), ...northway }
  if (index === approved) return { ...ownPerson(named.rejected), category: 'business' }
  return index === approved + rejected ? { ...ownPerson(named.waiting), category: 'food' } : {}
}

const northway = {
  category: 'outdoors',
  timeZone: 'America/Denver',
  yearlyBudget: cents(240_000_00),
} as const

function ownPerson(account: (typeof named)['sponsor' | 'rejected' | 'waiting']) {
  const { name, company } = account
  const [given = name, family = ''] = name.split(' ')
  return { account, company, contact: { full: name, given, latin: [given, family] as const } }
}

const reasons = [
  'The website does not open, and we found no entry of the company in a register. Please add one of the two.',
  'The profile does not say what you sell. Two sentences are enough.',
  'The e-mail address belongs to another company. Please write from your own.',
] as const
