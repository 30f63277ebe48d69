import { and, eq, gt, type SQL, sql } from 'drizzle-orm'
import { eqLiteral } from '../../../platform/db/literals.ts'
import { mutation, type Statement } from '../../../platform/db/write.ts'
import type { AdRequestId, MessageId } from '../../../shared/ids.ts'
import { type FlagCopy, flagColumns } from '../../accounts/flag-copy.ts'
import { holdUnsent, type MessagesAbout, releaseHeld } from '../../notifications/commands.ts'
import { adRequests, messages } from '../schema.ts'

/**
 * Flags a request that is still open. An answer from the same moment that was based on the older version is refused.
 * Changes no row if the request has been closed.
 */
export function flagAdRequest(id: AdRequestId, flag: FlagCopy): Statement {
  return mutation
    .update(adRequests)
    .set({ ...flagColumns(flag), version: nextVersion })
    .where(
      and(eq(adRequests.id, id), eqLiteral(adRequests.state, 'pending'), gt(adRequests.closesAt, flag.at)),
    )
}

/** Removes the flag of a request in any state. */
export function unflagAdRequest(id: AdRequestId): Statement {
  return mutation
    .update(adRequests)
    .set({ ...flagColumns(null), version: nextVersion })
    .where(eq(adRequests.id, id))
}

/** Hides a message from the other side, or shows it again (null). */
export function setMessageFlag(id: MessageId, flag: FlagCopy | null): Statement {
  return mutation.update(messages).set(flagColumns(flag)).where(eq(messages.id, id))
}

/** Holds back what has not been sent yet to tell the other side about a message. */
export function holdMessageMail(id: MessageId): Statement {
  return holdUnsent(mailAbout(id))
}

/** Sends what was held back, unless the other side had read the message before. Call it before the flag is removed. */
export function releaseMessageMail(id: MessageId, now: number): Statement[] {
  return releaseHeld(mailAbout(id), {
    at: columnOf(id, 'sent_at'),
    hiddenFrom: columnOf(id, 'flagged_at'),
    now,
  })
}

function mailAbout(id: MessageId): MessagesAbout {
  return {
    kind: 'ad_request_message',
    subjectId: columnOf(id, 'ad_request_id'),
    period: columnOf(id, 'cast(sent_at as text)'),
    author: columnOf(id, 'author_id'),
  }
}

function columnOf(id: MessageId, column: string): SQL {
  return sql`(select ${sql.raw(column)} from ${messages} where id = ${id})`
}

const nextVersion = sql`${adRequests.version} + 1`
