import { type Column, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { users } from '../accounts/schema.ts'
import { adRequests, messages } from '../ad-requests/schema.ts'
import { campaigns } from '../campaigns/schema.ts'
import { flags } from './schema.ts'

/**
 * Whether there is nothing left to flag: the request has closed, or the thing has been deleted. Then a flag that was
 * never lifted stands for nothing. `now` is in milliseconds UTC.
 */
export function isOver(now: number): SQL<number> {
  const id = sql`${flags.subjectId}`
  return sql<number>`case ${flags.subject}
    when 'user' then not exists (select 1 from ${users} thing where thing.id = ${id} and thing.status <> 'deleted')
    when 'campaign' then ${isMissing(campaigns, id)}
    when 'ad_request' then not exists (select 1 from ${adRequests} thing
      where thing.id = ${id} and thing.state = 'pending' and thing.closes_at > ${now})
    when 'message' then ${isMissing(messages, id)} end`
}

/** The condition that a flag stands: it was not lifted, and what it is about is still there. */
export function isStanding(now: number): SQL {
  return sql`${flags.state} <> 'lifted' and not ${isOver(now)}`
}

/** Whether a subject has been deleted. It has no page then. People keep theirs. */
export function isGone(subject: Column, subjectId: Column): SQL<number> {
  return sql<number>`case ${subject}
    when 'campaign' then ${isMissing(campaigns, subjectId)}
    when 'ad_request' then ${isMissing(adRequests, subjectId)}
    when 'message' then ${isMissing(messages, subjectId)}
    else 0 end`
}

function isMissing(table: typeof campaigns | typeof adRequests | typeof messages, id: SQLWrapper): SQL {
  return sql`not exists (select 1 from ${table} thing where thing.id = ${id})`
}
