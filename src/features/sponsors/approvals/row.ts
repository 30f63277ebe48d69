import { type SQL, sql } from 'drizzle-orm'
import { literal, literals } from '../../../platform/db/literals.ts'
import type { ReasonTemplateId } from '../../../shared/ids.ts'
import { type UserStatus, users } from '../../accounts/schema.ts'
import { events } from '../../activity/schema.ts'
import type { ReasonPurpose } from '../../reason-templates/reason-template.ts'
import { reasonTemplates } from '../../reason-templates/schema.ts'
import { sponsors } from '../schema.ts'
import { FREE_MAIL, type Likeness } from './likeness.ts'

/** How many other sponsors are shown for each likeness, and how many earlier rejections. */
const MAX_SIMILAR = 4
const MAX_REJECTIONS = 3

export interface FoundLikeness {
  readonly id: number
  readonly name: string
  readonly status: UserStatus
  readonly likeness: Likeness
}

export interface EarlierRejection {
  readonly reason: string | null
  readonly at: number
}

function listOf<Item>(columns: string, rows: SQL): SQL<readonly Item[]> {
  return sql<
    readonly Item[]
  >`(select json_group_array(json_object(${sql.raw(columns)})) from ${rows})`.mapWith(JSON.parse)
}

/** Other sponsors that fulfill a condition, by an index. */
function others(likeness: Likeness, from: SQL, condition: SQL): SQL {
  return sql`select * from (select other.user_id as id, other.company_name as name, account.status as status,
      ${literal(likeness)} as likeness
    from ${from} where ${condition} and account.id = other.user_id and other.user_id <> ${sponsors.userId}
    limit ${sql.raw(String(MAX_SIMILAR))})`
}

const fromSponsors = sql`${sponsors} other cross join ${users} account`
const fromAccounts = sql`${users} account cross join ${sponsors} other`

const similarRows = sql`(${sql.join(
  [
    // A name that is asked for counts, not the one that it would replace.
    others(
      'name',
      fromSponsors,
      sql`other.name_key = coalesce(${sponsors.requestedNameKey}, ${sponsors.nameKey}) and other.name_key <> ''`,
    ),
    others('website', fromSponsors, sql`other.website_domain = ${sponsors.websiteDomain}`),
    others(
      'email',
      fromAccounts,
      sql`account.role = 'sponsor' and account.email_domain = ${users.emailDomain}
        and ${users.emailDomain} not in ${literals(FREE_MAIL)}`,
    ),
  ],
  sql` union all `,
)})`

function titlesOf(purpose: ReasonPurpose): SQL<readonly { id: ReasonTemplateId; title: string }[]> {
  return listOf(
    `'id', id, 'title', title`,
    sql`(select id, title from ${reasonTemplates} where purpose = ${literal(purpose)} and retired_at is null
      order by position, id)`,
  )
}

/** The columns of a sponsor in the admins' list. */
export const sponsorRow = {
  id: users.id,
  name: users.displayName,
  username: users.username,
  email: users.email,
  isEmailConfirmed: users.isEmailConfirmed,
  status: users.status,
  statusReason: users.statusReason,
  version: users.version,
  company: sponsors.companyName,
  industry: sponsors.industry,
  annualBudget: sponsors.annualBudget,
  website: sponsors.website,
  about: sponsors.about,
  submittedAt: sponsors.submittedAt,
  requestedName: sponsors.requestedName,
  nameRequestedAt: sponsors.nameRequestedAt,
  similar: listOf<FoundLikeness>(
    `'id', id, 'name', name, 'status', status, 'likeness', likeness`,
    similarRows,
  ),
  rejections: listOf<EarlierRejection>(
    `'reason', reason, 'at', at`,
    sql`(select note as reason, at from ${events} where subject = 'user' and subject_id = ${users.id}
      and kind = 'rejected' order by id desc limit ${sql.raw(String(MAX_REJECTIONS))})`,
  ),
  rejectionTitles: titlesOf('sponsor_rejection'),
  nameRejectionTitles: titlesOf('name_rejection'),
}
