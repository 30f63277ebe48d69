import { and, eq, getTableColumns } from 'drizzle-orm'
import type { Database } from '../../../../platform/db/database.ts'
import type { UserId } from '../../../../shared/ids.ts'
import { emailChanges, isOfPassword } from '../../../email-addresses/schema.ts'
import { users } from '../../schema.ts'

const { passwordHash, ...columns } = getTableColumns(users)

export type OwnAccount = NonNullable<Awaited<ReturnType<typeof findOwnAccount>>>

/** The account, with the new address that it waits for. One round trip. */
export async function findOwnAccount(db: Database, id: UserId) {
  const [account] = await db.orm
    .select({ ...columns, newEmail: emailChanges.address, newEmailRequestedAt: emailChanges.requestedAt })
    .from(users)
    .leftJoin(emailChanges, and(eq(emailChanges.userId, users.id), isOfPassword))
    .where(eq(users.id, id))
  return account ?? null
}
