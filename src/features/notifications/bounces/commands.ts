import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/db/database.ts'
import { countChanged, mutation, type Statement, write } from '../../../platform/db/write.ts'
import type { UserId } from '../../../shared/ids.ts'
import { okValue } from '../../../shared/result.ts'
import { isConfirmedEmail, users } from '../../accounts/schema.ts'
import { undeliverableNotification } from '../notifications.ts'
import { outbox, undeliverableAddresses } from '../schema.ts'
import type { BounceReport } from './resend-webhook.ts'

/**
 * Marks the addresses: no e-mail goes there any more, what was to be sent is dead, and the account's owner is told in
 * the app. A repeated or late report changes nothing. One round trip.
 */
export async function saveReport(db: Database, report: BounceReport, now: number): Promise<void> {
  await write(
    db,
    report.addresses.flatMap((address) => markAddress(address, report, now)),
  )
}

/** Lets e-mail go to the person's address again. Returns whether it had been stopped. */
export async function clearAddress(db: Database, id: UserId, now: number): Promise<boolean> {
  const own = sql`(select email from ${users} where id = ${id} and is_email_confirmed = 1)`
  const written = await write(db, [
    mutation
      .update(undeliverableAddresses)
      .set({ clearedAt: now })
      .where(and(eq(undeliverableAddresses.address, own), isNull(undeliverableAddresses.clearedAt))),
  ])
  return countChanged(okValue(written)) === 1
}

// Each statement looks whether the report is news, so the mark itself comes last.
function markAddress(address: string, { reason, detail, at }: BounceReport, now: number): Statement[] {
  const isNews = sql`not exists (select 1 from ${undeliverableAddresses} known
    where known.address = ${address} and (known.cleared_at is null or known.cleared_at >= ${at}))`
  return [
    ...undeliverableNotification(address, reason, isNews, { at, now }),
    endPending(address, reason, isNews),
    sql`insert into ${undeliverableAddresses} (address, reason, detail, at) values (${address}, ${reason}, ${detail}, ${at})
      on conflict (address) do update
      set reason = excluded.reason, detail = excluded.detail, at = excluded.at, cleared_at = null
      where cleared_at < excluded.at`,
  ]
}

function endPending(address: string, reason: BounceReport['reason'], isNews: SQL): SQL {
  const error = reason === 'bounced' ? 'E-mail to this address bounced.' : 'The person reported us as spam.'
  return sql`update ${outbox} set state = 'dead', last_error = ${error}
    where user_id = (select id from ${users} where ${isConfirmedEmail(address)}) and state in ('pending', 'failed')
      and channel = 'email' and ${isNews}`
}
