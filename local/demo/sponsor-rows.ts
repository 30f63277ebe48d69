import { events } from '../../src/features/activity/schema.ts'
import { notices } from '../../src/features/notifications/schema.ts'
import { sponsors, users } from '../../src/features/accounts/schema.ts'
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
    display_name: contact.full,
    password_hash: world.passwordHash,
    role: 'sponsor',
    status: answer?.status ?? 'pending',
    status_reason: answer?.reason ?? null,
    time_zone: sponsor.timeZone,
    created_at: joinedAt,
    last_seen_at: Math.max(joinedAt, Math.floor(world.now - random.between(0, 4) * DAY)),
  })
  const again = askedAgain(sponsor, world)
  rows.add(sponsors, {
    user_id: id,
    company_name: company,
    industry: categoryLabel(category),
    yearly_budget: random.chance(0.85) || account ? sponsor.yearlyBudget : null,
    website: random.chance(0.9) && answer?.status !== 'rejected' ? `https://${username}.example` : null,
    about: aboutOf(company, category, random),
    submitted_at: again?.at ?? joinedAt,
    answered_at: again?.rejectedAt ?? answer?.at ?? 0,
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
  const user = { subject: 'user' as const, subject_id: id }
  rows.add(events, {
    ...user,
    kind: 'rejected',
    actor_id: adminId,
    from_state: 'pending',
    to_state: 'rejected',
    note: 'Please say in the profile what you sell, and where.',
    at: rejectedAt,
  })
  rows.add(events, {
    ...user,
    kind: 'resubmitted',
    actor_id: id,
    from_state: 'rejected',
    to_state: 'pending',
    note: null,
    at,
  })
}

function tellAdmin(rows: Rows, { adminId, now }: World, company: string, at: number): void {
  rows.add(notices, {
    user_id: adminId,
    kind: 'sponsor_waiting',
    title: `${company} waits for approval`,
    path: routes.admin.sponsors.href(),
    created_at: at,
    read_at: now - at > DAY ? at + HOUR : null,
  })
}
