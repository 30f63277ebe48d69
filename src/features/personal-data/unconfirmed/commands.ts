import { sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { expectThat, mutation, write } from '../../../platform/db/write.ts'
import type { Result } from '../../../shared/result.ts'
import { changeStatus } from '../../accounts/commands.ts'
import { users } from '../../accounts/schema.ts'
import { recordEvent } from '../../activity/commands.ts'
import { invalidates } from '../deletion/commands.ts'
import { erasingStatements } from '../erase/commands.ts'
import { accountDeletions } from '../schema.ts'
import { type FoundAccount, isUnconfirmed, neededFor } from './queries.ts'

/**
 * Removes an account like a deletion does, but at once and without an e-mail, because nobody has confirmed the address.
 * `eraseDeletedAccounts` erases the rest. Refuses if the account has changed since it was read: its owner has confirmed
 * the address or signed in, somebody needs it, or another sweep was faster.
 */
export function removeAccount(
  db: Database,
  { id, status, lastSeenAt }: FoundAccount,
  now: number,
): Promise<Result<unknown, 'changed'>> {
  const isAsRead = sql`exists (select 1 from ${users} where ${users.id} = ${id} and ${isUnconfirmed}
    and ${users.lastSeenAt} is ${lastSeenAt} and ${neededFor(now)} is null)`
  return write(
    db,
    [
      expectThat('changed', isAsRead),
      ...changeStatus(id, { status }, { status: 'deleted' }, 'changed'),
      mutation
        .insert(accountDeletions)
        .values({ userId: id, requestedBy: id, requestedAt: now, dueAt: now, statusBefore: status }),
      recordEvent({
        subject: 'user',
        subjectId: id,
        kind: 'removed',
        actor: null,
        from: status,
        to: 'deleted',
        at: now,
      }),
      ...erasingStatements({ id, now }),
    ],
    { invalidates },
  )
}
