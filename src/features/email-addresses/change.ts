import { eq, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { mutation, type Statement } from '../../platform/db/write.ts'
import type { UserId } from '../../shared/ids.ts'
import { recordEvent } from '../activity/commands.ts'
import type { EventKind } from '../activity/event-kinds.ts'
import type { RequestOrigin } from '../security-log/origin.ts'
import { emailChanges } from './schema.ts'

/** What a change of an address needs to know of the request that makes it. */
export interface Request {
  readonly db: Database
  /** Milliseconds UTC. */
  readonly now: number
  readonly origin: RequestOrigin
}

/** Whether a new address is waiting to be confirmed: any, or this one. */
export function isWaiting(id: UserId, address?: string) {
  const same = address === undefined ? sql`true` : sql`address = ${address}`
  return sql`exists (select 1 from ${emailChanges} where user_id = ${id} and ${same})`
}

/** Forgets the address that is waiting. */
export function deleteChange(id: UserId) {
  return mutation.delete(emailChanges).where(eq(emailChanges.userId, id))
}

/** Records it in the account's activity. */
export function record(id: UserId, kind: EventKind<'user'>, at: number): Statement {
  return recordEvent({ subject: 'user', subjectId: id, kind, actor: id, at })
}
