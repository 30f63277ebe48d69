import { eq, getTableColumns } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import type { UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import { sponsors } from './schema.ts'

export type OwnSponsor = NonNullable<Awaited<ReturnType<typeof findOwnSponsor>>>

/** A sponsor's own profile, with the reason if an admin rejected them. */
export async function findOwnSponsor(db: Database, id: UserId) {
  const [sponsor] = await db.orm
    .select({ ...getTableColumns(sponsors), statusReason: users.statusReason })
    .from(sponsors)
    .innerJoin(users, eq(users.id, sponsors.userId))
    .where(eq(sponsors.userId, id))
  return sponsor ?? null
}
