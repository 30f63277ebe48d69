import { keysOf } from '../../src/features/sponsors/commands.ts'
import { sponsors } from '../../src/features/sponsors/schema.ts'
import type { UserId } from '../../src/shared/ids.ts'
import { cents } from '../../src/shared/money.ts'
import { categoryLabel } from '../../src/shared/taxonomy.ts'
import { HOUR } from '../../src/shared/time.ts'
import type { BulkInsert } from './bulk-insert.ts'
import { type Plan, sponsorJoinedAt } from './plan.ts'
import { Random } from './random.ts'
import { adjective, capitalized, homeOf, noun, verb } from './text.ts'
import { addUser, categoryOf } from './users.ts'

export function addSponsor(rows: BulkInsert, plan: Plan, index: number): void {
  const random = new Random(plan.seed, 2, index)
  const { name, timeZone } = homeOf(random)
  const id = (plan.first.user + index) as UserId
  const category = categoryOf(index)
  const company = `${capitalized(adjective(random))} ${capitalized(noun(random))} ${categoryLabel(category)}`
  const unapproved = index % 100 === 96 ? 'rejected' : 'pending'
  const joined = isApproved(index) ? sponsorJoinedAt(index, plan) : plan.now - random.whole(4, 40) * HOUR
  const status = isApproved(index) ? 'active' : unapproved
  const username = `company.${index.toString(36)}`
  addUser(
    rows,
    plan,
    { id, username, displayName: name, timeZone, createdAt: joined, role: 'sponsor', status },
    random,
  )
  rows.add(sponsors, {
    userId: id,
    companyName: company,
    ...keysOf({ companyName: company, website: `https://${username}.example` }),
    industry: categoryLabel(category),
    annualBudget: cents(random.whole(40, 500) * 1_000_00),
    website: `https://${username}.example`,
    about: `We ${verb(random)} ${adjective(random)} ${noun(random)} and ${noun(random)}.`,
    submittedAt: joined,
    answeredAt: status === 'pending' ? 0 : joined + HOUR,
  })
}

/** Where a sponsor is, and so in which time zone its campaigns begin and end. */
export function sponsorTimeZone(plan: Plan, index: number): string {
  return homeOf(new Random(plan.seed, 2, index)).timeZone
}

/** Of each hundred sponsors, three wait for approval and one was rejected. */
export function isApproved(index: number): boolean {
  return index % 100 < 96
}
