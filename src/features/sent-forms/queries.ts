import { and, eq, gt } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import type { UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import { keptForms, usedForms } from './schema.ts'

/** The earlier sending of a form. */
export function selectUsed(db: Database, key: string) {
  return db.orm.select().from(usedForms).where(eq(usedForms.key, key))
}

/** A form that was kept. Whoever it is shown to must be its owner. */
export function selectKept(db: Database, id: string, now: number) {
  return db.orm
    .select()
    .from(keptForms)
    .where(and(eq(keptForms.id, id), gt(keptForms.expiresAt, now)))
}

/** What an account is called. */
export async function findName(db: Database, userId: UserId): Promise<string> {
  const [user] = await db.orm.select({ name: users.displayName }).from(users).where(eq(users.id, userId))
  return user?.name ?? 'another account'
}
