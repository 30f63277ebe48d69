import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { eqLiteral } from '../../platform/db/literals.ts'
import { mutation, type Statement, write } from '../../platform/db/write.ts'
import { MINUTE } from '../../shared/time.ts'
import { outbox } from './schema.ts'

/** After this many failed attempts, an e-mail is dead. */
export const MAX_ATTEMPTS = 8

/** After this time a claimed e-mail can be claimed again, because the delivery that claimed it must have crashed. */
export const LEASE = 2 * MINUTE

const FIRST_RETRY_DELAY = MINUTE

export interface ClaimedEmail {
  readonly id: number
  /** Including this one. */
  readonly attempts: number
  readonly title: string
  /** A `MailContent` as JSON. */
  readonly body: string
  readonly path: string
  readonly address: string
  readonly name: string
  /** The recipient's. */
  readonly timeZone: string
  /** When its first attempt began, in milliseconds UTC. */
  readonly firstClaimedAt: number
}

/**
 * Claims up to `limit` e-mails that are due, oldest first. Nobody else gets them until the lease ends. Also marks
 * e-mails as dead that have no attempts left. One round trip.
 */
export async function claimDue(db: Database, now: number, limit: number): Promise<ClaimedEmail[]> {
  const written = await write(db, [markExhausted(now), claim(now, limit)])
  if (!written.ok) throw new Error('The batch has no guards, so it cannot be refused.')
  return (written.value[1]?.rows ?? []).map((row) => ({
    id: Number(row.id),
    attempts: Number(row.attempts),
    title: String(row.title),
    body: String(row.body),
    path: String(row.path),
    address: String(row.address),
    name: String(row.name),
    timeZone: String(row.timeZone),
    firstClaimedAt: Number(row.firstClaimedAt),
  }))
}

export function markSent(id: number, now: number): Statement {
  return mutation.update(outbox).set({ state: 'sent', sentAt: now, lastError: null }).where(eq(outbox.id, id))
}

/** Schedules a retry, or gives up. Does nothing if someone else has claimed the e-mail in the meantime. */
export function markFailed(
  { id, attempts }: ClaimedEmail,
  error: string,
  isPermanent: boolean,
  now: number,
): Statement {
  const dead = isPermanent || attempts >= MAX_ATTEMPTS
  return mutation
    .update(outbox)
    .set({ state: dead ? 'dead' : 'failed', dueAt: now + retryDelay(attempts), lastError: error })
    .where(and(eq(outbox.id, id), eqLiteral(outbox.state, 'claimed'), eq(outbox.attempts, attempts)))
}

/** Milliseconds to wait after the nth failed attempt: 1 minute, doubled each time. */
export function retryDelay(attempts: number): number {
  return FIRST_RETRY_DELAY * 2 ** (attempts - 1)
}

// Literals, so that SQLite can use the partial index `outbox_due`.
const isDue = (now: number): SQL => sql`state in ('pending', 'claimed', 'failed') and due_at <= ${now}`

function markExhausted(now: number): SQL {
  return sql`update ${outbox}
    set state = 'dead', last_error = coalesce(last_error, 'Claimed repeatedly, but never finished.')
    where ${isDue(now)} and attempts >= ${MAX_ATTEMPTS}`
}

function claim(now: number, limit: number): SQL {
  return sql`update ${outbox}
    set state = 'claimed', attempts = attempts + 1, due_at = ${now + LEASE},
      first_claimed_at = coalesce(first_claimed_at, ${now})
    where id in (select id from ${outbox} where ${isDue(now)} order by due_at limit ${limit})
    returning id, attempts, title, body, path, first_claimed_at,
      (select email from users where users.id = user_id) as address,
      (select display_name from users where users.id = user_id) as name,
      (select time_zone from users where users.id = user_id) as time_zone`
}
