import { users } from '../../src/features/accounts/schema.ts'
import { events } from '../../src/features/activity/schema.ts'
import { notifications } from '../../src/features/notifications/schema.ts'
import { sponsors } from '../../src/features/sponsors/schema.ts'
import { routes } from '../../src/routes.ts'
import { categoryLabel } from '../../src/shared/taxonomy.ts'
import { DAY, HOUR } from '../../src/shared/time.ts'
import { plainLetters, type Usernames } from './accounts.ts'
import { aboutOf } from './companies.ts'
import { tellOfSponsor } from './people-events.ts'
import { Random } from './random.ts'
import type { Rows } from './rows.ts'
import type { Sponsor } from './sponsors.ts'
import type { World } from './world.ts'

/** A sponsor's account and profile, how it came in, and what the admin is told of it. */
export function addSponsor(rows: Rows, world: World, usernames: Usernames, sponsor: Sponsor): void {
  const random = new Random(world.seed, 4, sponsor.index)
  const { id, contact, company, category, answer, account, joinedAt } = sponsor
  const username = account?.username ?? usernames.of(plainLetters(company.split(' ')[0] ?? ''))
  rows.add(users, {
    id,
    username,
    email: account?.email ?? `${plainLetters(contact.latin[0])}@${username}.example`,
    displayName: contact.full,
    passwordHash: world.passwordHash,
    role: 'sponsor',
    status: answer?.status ?? 'pending',
    statusReason: answer?.reason ?? null,
    timeZone: sponsor.timeZone,
    createdAt: joinedAt,
    lastSeenAt: Math.max(joinedAt, Math.floor(world.now - random.between(0, 4) * DAY)),
  })
  const again = askedAgain(sponsor, world)
  rows.add(sponsors, {
    userId: id,
    companyName: company,
    industry: categoryLabel(category),
    yearlyBudget: random.chance(0.85) || account ? sponsor.yearlyBudget : null,
    website: random.chance(0.9) && answer?.status !== 'rejected' ? `https://${username}.example` : null,
    about: aboutOf(company, category, random),
    submittedAt: again?.at ?? joinedAt,
    answeredAt: again?.rejectedAt ?? answer?.at ?? 0,
  })
  tellOfSponsor(rows, world, sponsor)
  if (again) tellOfSecondTry(rows, world, sponsor, again)
  if (answer === null) tellAdmin(rows, world, company, again?.at ?? joinedAt)
}

interface SecondTry {
  readonly rejectedAt: number
  readonly at: number
}

/** Every other one of those that wait was rejected before, and has corrected what was wrong. */
function askedAgain({ answer, account, index, joinedAt }: Sponsor, { now, size }: World): SecondTry | null {
  const waitsForTheSecondTime = answer === null && account === null && (size.sponsors - index) % 2 === 1
  if (!waitsForTheSecondTime) return null
  const passed = now - joinedAt
  return { rejectedAt: joinedAt + Math.floor(passed * 0.3), at: joinedAt + Math.floor(passed * 0.6) }
}

function tellOfSecondTry(
  rows: Rows,
  { adminId }: World,
  { id }: Sponsor,
  { rejectedAt, at }: SecondTry,
): void {
  const user = { subject: 'user' as const, subjectId: id }
  rows.add(events, {
    ...user,
    kind: 'rejected',
    actorId: adminId,
    fromState: 'pending',
    toState: 'rejected',
    note: 'Please say in the profile what you sell, and where.',
    at: rejectedAt,
  })
  rows.add(events, {
    ...user,
    kind: 'resubmitted',
    actorId: id,
    fromState: 'rejected',
    toState: 'pending',
    note: null,
    at,
  })
}

function tellAdmin(rows: Rows, { adminId, now }: World, company: string, at: number): void {
  rows.add(notifications, {
    userId: adminId,
    kind: 'sponsor_waiting',
    title: `${company} waits for approval`,
    path: routes.admin.sponsors.href(),
    createdAt: at,
    readAt: now - at > DAY ? at + HOUR : null,
  })
}
