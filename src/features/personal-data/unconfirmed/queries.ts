import { and, asc, lte, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { CHUNK } from '../../../platform/queue/job.ts'
import type { Position } from '../../../platform/queue/step.ts'
import { abuseCases } from '../../abuse-reports/schema.ts'
import { users } from '../../accounts/schema.ts'
import type { Need } from '../../accounts/unconfirmed.ts'
import { adRequests, messages } from '../../ad-requests/schema.ts'
import { collaborations } from '../../collaborations/schema.ts'
import { emailLinks } from '../../email-links/schema.ts'
import { influencers } from '../../influencers/schema.ts'
import { sponsors } from '../../sponsors/schema.ts'

export type FoundAccount = Awaited<ReturnType<typeof selectToCheck>>[number]

/** Whether the address of an account was never confirmed. As in the index `users_to_check`. */
export const isUnconfirmed = sql`is_email_confirmed = 0 and status not in ('deleting', 'deleted')`

/** The next accounts with an unconfirmed address that it is time to look at. */
export function selectToCheck({ orm }: Database, now: number, after: Position | null) {
  const { id, removalCheckAt } = users
  return orm
    .select({
      id,
      removalCheckAt,
      role: users.role,
      status: users.status,
      createdAt: users.createdAt,
      lastSeenAt: users.lastSeenAt,
      neededFor: sql<Need | null>`${neededFor(now)}`,
    })
    .from(users)
    .where(
      and(
        isUnconfirmed,
        lte(removalCheckAt, now),
        after ? sql`(${removalCheckAt}, ${id}) > (${after[0]}, ${after[1]})` : undefined,
      ),
    )
    .orderBy(asc(removalCheckAt), asc(id))
    .limit(CHUNK)
}

/** In SQL, of a row of `users`: see `UnconfirmedAccount`. The first that holds, so the later ones are rarely looked for. */
export function neededFor(now: number): SQL {
  const { id } = users
  return sql`case
    when ${ofEither(collaborations, sql`1`)} then 'agreement'
    when ${ofEither(adRequests, sql`state = 'pending'`)} then 'open_request'
    when ${ofEither(adRequests, sql`exists (select 1 from ${messages} where ad_request_id = ${adRequests.id} and author_id = ${id})`)} then 'message'
    when exists (select 1 from ${sponsors} where user_id = ${id} and flagged_at is not null)
      or exists (select 1 from ${influencers} where user_id = ${id} and flagged_at is not null)
      or exists (select 1 from ${abuseCases} where owner_id = ${id} and state = 'open') then 'moderation'
    when exists (select 1 from ${emailLinks} where user_id = ${id} and expires_at > ${now}) then 'open_link'
  end`
}

// Each side has an index of its own.
function ofEither(table: typeof collaborations | typeof adRequests, which: SQL): SQL {
  return sql`(exists (select 1 from ${table} where sponsor_id = ${users.id} and ${which})
    or exists (select 1 from ${table} where influencer_id = ${users.id} and ${which}))`
}
