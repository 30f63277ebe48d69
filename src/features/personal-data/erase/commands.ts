import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import {
  countChanged,
  expectOneRow,
  expectThat,
  mutation,
  type Statement,
  write,
} from '../../../platform/db/write.ts'
import type { ErasedPerson, PersonalRecord } from '../../../platform/personal-data/record.ts'
import type { AdRequestId } from '../../../shared/ids.ts'
import { okValue, type Result } from '../../../shared/result.ts'
import { endDeleting } from '../../accounts/commands.ts'
import { recordEvent } from '../../activity/commands.ts'
import { outbox } from '../../notifications/schema.ts'
import { invalidates } from '../deletion/commands.ts'
import { deletedMail } from '../deletion/notifications.ts'
import { isRunning } from '../queries.ts'
import { personalRecords } from '../registry.ts'
import { accountDeletions } from '../schema.ts'
import type { DueDeletion } from './queries.ts'

/**
 * The point of no return: the account becomes `deleted`, loses its names and its address, and is told so for the last
 * time. `too_late`: its owner has kept it, or somebody else was faster. `running`: an agreement has not ended.
 */
export function closeAccount(
  db: Database,
  { userId: id, requestedBy }: DueDeletion,
  now: number,
): Promise<Result<unknown, 'too_late' | 'running'>> {
  const isDue = sql`exists (select 1 from ${accountDeletions} where user_id = ${id} and due_at <= ${now})`
  return write(
    db,
    [
      expectThat('too_late', isDue),
      expectThat('running', sql`not ${isRunning(id, now)}`),
      deletedMail(id, now),
      ...endDeleting(id, 'deleted', 'too_late'),
      recordEvent({
        subject: 'user',
        subjectId: id,
        kind: 'deleted',
        actor: null,
        from: 'deleting',
        to: 'deleted',
        at: now,
        audited: requestedBy !== id,
      }),
      ...erasingStatements({ id, now }),
    ],
    { invalidates },
  )
}

/** Erases what is in some of the person's requests. Refuses if somebody else has done so since they were read. */
export function eraseRequests(
  db: Database,
  { userId: id, erasedUntil }: DueDeletion,
  requestIds: readonly AdRequestId[],
  now: number,
): Promise<Result<unknown, 'lost'>> {
  const last = requestIds.at(-1) ?? erasedUntil
  const ids = JSON.stringify(requestIds)
  return write(db, [
    mutation
      .update(accountDeletions)
      .set({ erasedUntil: last })
      .where(and(eq(accountDeletions.userId, id), eq(accountDeletions.erasedUntil, erasedUntil))),
    expectOneRow('lost'),
    ...personalRecords.flatMap((record) => erasureOf(record)?.ofRequests?.({ id, now }, ids) ?? []),
  ])
}

/** Erases more of the rest. Returns how many rows that changed: 0 if nothing is left. */
export async function eraseMore(db: Database, person: ErasedPerson): Promise<number> {
  const written = await write(db, erasingStatements(person), { invalidates })
  return countChanged(okValue(written))
}

/** Records that nothing is left, unless the last e-mail still has to be sent. Then a later sweep erases its address. */
export async function recordErased(db: Database, { id, now }: ErasedPerson): Promise<void> {
  const isSent = sql`not exists (select 1 from ${outbox} where user_id = ${id})`
  await write(db, [
    mutation
      .update(accountDeletions)
      .set({ erasedAt: now })
      .where(and(eq(accountDeletions.userId, id), isNull(accountDeletions.erasedAt), isSent)),
  ])
}

/** Erases the first rows of everything that is stored about somebody. */
export function erasingStatements(person: ErasedPerson): Statement[] {
  return personalRecords.flatMap((record) => erasureOf(record)?.statements?.(person) ?? [])
}

function erasureOf({ erasure }: PersonalRecord) {
  return erasure.kind === 'keep' ? null : erasure
}
