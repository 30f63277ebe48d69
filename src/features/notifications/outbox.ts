import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { eqLiteral } from '../../platform/db/literals.ts'
import { mutation, type Statement, write } from '../../platform/db/write.ts'
import { MINUTE } from '../../shared/time.ts'
import { outbox } from './schema.ts'

/** So many tries, then a row is dead. */
export const MAX_TRIES = 8

/** A row that was claimed and not marked within this time is taken to be crashed, and claimed again. */
export const LEASE = 2 * MINUTE

const FIRST_WAIT = MINUTE

export interface Claimed {
  readonly id: number
  /** This try's number, from 1. */
  readonly attempts: number
  readonly title: string
  readonly body: string
  readonly path: string
  readonly email: string
  readonly name: string
}

/**
 * Takes up to `most` rows that are due, the oldest first, for one lease: nobody else gets them meanwhile. Rows
 * that used up their tries without ever being marked are buried. One round trip.
 */
export async function claimDue(db: Database, now: number, most: number): Promise<Claimed[]> {
  const written = await write(db, [bury(now), claim(now, most)])
  if (!written.ok) throw new Error('Claiming has no guard that could stop it.')
  return (written.value[1]?.rows ?? []).map((row) => ({
    id: Number(row.id),
    attempts: Number(row.attempts),
    title: String(row.title),
    body: String(row.body),
    path: String(row.path),
    email: String(row.email),
    name: String(row.name),
  }))
}

export function markSent(id: number, now: number): Statement {
  return mutation.update(outbox).set({ state: 'sent', sentAt: now, lastError: null }).where(eq(outbox.id, id))
}

/** Puts a row off for a while, longer from try to try, or for good. A claim that somebody else has taken over stays. */
export function markFailed(
  { id, attempts }: Claimed,
  error: string,
  forGood: boolean,
  now: number,
): Statement {
  const dead = forGood || attempts >= MAX_TRIES
  return mutation
    .update(outbox)
    .set({ state: dead ? 'dead' : 'failed', dueAt: now + waitAfter(attempts), lastError: error })
    .where(and(eq(outbox.id, id), eqLiteral(outbox.state, 'claimed'), eq(outbox.attempts, attempts)))
}

/** How long to wait after the so-manieth failed try (from 1), in milliseconds: 1 minute, doubled each time. */
export function waitAfter(attempts: number): number {
  return FIRST_WAIT * 2 ** (attempts - 1)
}

// Written out, so that SQLite knows the partial index `outbox_due` for this.
const isDue = (now: number): SQL => sql`state in ('pending', 'claimed', 'failed') and due_at <= ${now}`

function bury(now: number): SQL {
  return sql`update ${outbox}
    set state = 'dead', last_error = coalesce(last_error, 'claimed again and again, and never finished')
    where ${isDue(now)} and attempts >= ${MAX_TRIES}`
}

function claim(now: number, most: number): SQL {
  return sql`update ${outbox}
    set state = 'claimed', attempts = attempts + 1, due_at = ${now + LEASE}
    where id in (select id from ${outbox} where ${isDue(now)} order by due_at limit ${most})
    returning id, attempts, title, body, path,
      (select email from users where users.id = user_id) as email,
      (select display_name from users where users.id = user_id) as name`
}
