import { eq, getTableColumns } from 'drizzle-orm'
import type { Database } from '../../../../platform/db/database.ts'
import type { UserId } from '../../../../shared/ids.ts'
import { users } from '../../schema.ts'

const { passwordHash, ...columns } = getTableColumns(users)

export async function findOwnAccount(db: Database, id: UserId) {
  const [account] = await db.orm.select(columns).from(users).where(eq(users.id, id))
  return account ?? null
}
