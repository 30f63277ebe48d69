import { eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { literals } from '../../platform/db/literals.ts'
import type { UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import { activeStates, collaborations } from '../collaborations/schema.ts'
import { selectPersonalExport } from '../exports/queries.ts'
import type { ExportRow } from '../exports/schema.ts'
import { accountDeletions } from './schema.ts'

export type AccountDeletion = Awaited<ReturnType<typeof selectDeletion>>[number]

/** What the page about a person's data shows. */
export interface PersonalDataState {
  /** The file that they asked for last, if it is still there. */
  readonly file: ExportRow | null
  /** Null unless the account is going to be deleted. */
  readonly deletion: AccountDeletion | null
  readonly hasRunning: boolean
}

/** One round trip. */
export async function findState(db: Database, id: UserId, now: number): Promise<PersonalDataState> {
  const [[file], [deletion], [running]] = await db.read([
    selectPersonalExport(db, id, now),
    selectDeletion(db, id),
    selectRunning(db, id, now),
  ])
  return { file: file ?? null, deletion: deletion ?? null, hasRunning: running?.hasRunning === 1 }
}

function selectDeletion(db: Database, id: UserId) {
  return db.orm
    .select({ ...getTableColumns(accountDeletions), suspendedUntil: users.suspendedUntil })
    .from(accountDeletions)
    .innerJoin(users, eq(users.id, accountDeletions.userId))
    .where(eq(accountDeletions.userId, id))
}

function selectRunning(db: Database, id: UserId, now: number) {
  return db.orm
    .select({ hasRunning: sql<number>`${isRunning(id, now)}` })
    .from(users)
    .where(eq(users.id, id))
}

/** Whether the person has an agreement that has not ended. One that was not funded in time has. */
export function isRunning(id: UserId, now: number): SQL {
  const of = (side: SQL) => sql`exists (select 1 from ${collaborations} where ${side} = ${id}
    and state in ${literals(activeStates)} and (state <> 'awaiting_funding' or funding_due_at > ${now}))`
  return sql`(${of(sql`sponsor_id`)} or ${of(sql`influencer_id`)})`
}
