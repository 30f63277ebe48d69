import { asc, eq, getTableColumns, lte, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Database } from '../../platform/db/database.ts'
import type { BulkActionId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import { STUCK_AFTER } from './bulk-action.ts'
import { type BulkAction, bulkActionRows, bulkActions } from './schema.ts'

/** Rows that were skipped or failed. A page shows so many. */
export const MAX_ROWS_SHOWN = 200

export async function findBulkAction(db: Database, id: BulkActionId): Promise<BulkAction | null> {
  const [action] = await db.orm.select().from(bulkActions).where(eq(bulkActions.id, id))
  return action ?? null
}

const actor = alias(users, 'actor')

const listed = {
  ...getTableColumns(bulkActions),
  starterName: users.displayName,
  actorName: actor.displayName,
}

export type ListedAction = Awaited<ReturnType<typeof selectActions>>[number]

/** Actions with the names of those who started and who carry them out. */
export function selectActions(db: Database) {
  return db.orm
    .select(listed)
    .from(bulkActions)
    .innerJoin(users, eq(users.id, bulkActions.startedBy))
    .innerJoin(actor, eq(actor.id, bulkActions.actorId))
    .$dynamic()
}

/** An action with the rows that it did not change. Null if there is no such action. One round trip. */
export async function readProgress(db: Database, id: BulkActionId) {
  const [[action], rows] = await db.read([
    selectActions(db).where(eq(bulkActions.id, id)),
    db.orm
      .select()
      .from(bulkActionRows)
      .where(eq(bulkActionRows.actionId, id))
      .orderBy(asc(bulkActionRows.rowId))
      .limit(MAX_ROWS_SHOWN),
  ])
  return action ? { action, rows } : null
}

/** Actions that have lost their place in the queue, longest first. */
export function selectStuck(db: Database, now: number) {
  return db.orm
    .select({ id: bulkActions.id, version: bulkActions.version })
    .from(bulkActions)
    .where(sql`state = 'running' and ${lte(bulkActions.movedAt, now - STUCK_AFTER)}`)
    .orderBy(asc(bulkActions.movedAt), asc(bulkActions.id))
    .limit(20)
}
