import { sql } from 'drizzle-orm'
import { expectThat, mutation, write } from '../../../platform/db/write.ts'
import type { UserId } from '../../../shared/ids.ts'
import { ok, type Result, refuse } from '../../../shared/result.ts'
import { HOUR, MINUTE } from '../../../shared/time.ts'
import { changeToTakenEmail } from '../../accounts/notifications.ts'
import { expectPassword } from '../../accounts/passwords/verified-password.ts'
import { attempt, counter, reset } from '../../accounts/rate-limit.ts'
import { users } from '../../accounts/schema.ts'
import { confirmPassword, passwordAttempts } from '../../accounts/settings/password/commands.ts'
import { voidLinks } from '../../email-links/commands.ts'
import { recordSecurityEvent } from '../../security-log/commands.ts'
import { deleteChange, isWaiting, type Request, record } from '../change.ts'
import { changeLinkMail, changeRequestedMail, confirmationMail } from '../notifications.ts'
import { emailChanges, isOfPassword } from '../schema.ts'

/** Each change e-mails two addresses, one of which may be a stranger's. */
const changesLimit = { free: 5, firstWait: 10 * MINUTE, longestWait: HOUR }
const linksLimit = { free: 3, firstWait: 5 * MINUTE, longestWait: HOUR }

export type ChangeRefusal = 'too_many' | 'wrong' | 'changed_meanwhile' | 'same'

/**
 * Asks for a new address, given the current password. The new address gets a link, the old one is told. If another
 * account has the address, everything looks the same, and only that account's owner is told. Two round trips.
 */
export async function requestChange(
  { db, now, origin }: Request,
  id: UserId,
  address: string,
  currentPassword: string,
): Promise<Result<null, ChangeRefusal>> {
  const limit = counter(changesLimit, 'e-mail change', String(id))
  const confirmed = await confirmPassword({ db, now }, id, currentPassword, origin, [limit])
  if (!confirmed.ok) return confirmed

  const written = await write(db, [
    expectPassword('changed_meanwhile', confirmed.value),
    expectThat('same', sql`(select email from ${users} where id = ${id}) <> ${address}`),
    ...voidLinks(id, ['change', 'confirmation']),
    mutation
      .insert(emailChanges)
      .values({ userId: id, address, requestedAt: now })
      .onConflictDoUpdate({ target: emailChanges.userId, set: { address, requestedAt: now } }),
    changeLinkMail(id, now),
    changeToTakenEmail(address, now),
    changeRequestedMail(id, address, now),
    record(id, 'email_change_requested', now),
    recordSecurityEvent({ userId: id, kind: 'email_change_requested', origin, at: now }),
    reset([passwordAttempts(id)]),
  ])
  return written.ok ? ok(null) : written
}

/** Sends the link again that the account waits for, if any. Two round trips. */
export async function sendLinkAgain(
  { db, now }: Pick<Request, 'db' | 'now'>,
  id: UserId,
): Promise<Result<null, 'too_many'>> {
  const { allowed } = await attempt(db, [counter(linksLimit, 'link again', String(id))], now)
  if (!allowed) return refuse('too_many')
  await write(db, [
    sql`update ${emailChanges} set requested_at = ${now} from ${users}
      where user_id = ${id} and ${users.id} = ${id} and ${isOfPassword}`,
    changeLinkMail(id, now),
    confirmationMail(sql`${id}`, now),
  ])
  return ok(null)
}

/** Keeps the old address. Does nothing if no change is waiting. */
export async function cancelChange({ db, now }: Pick<Request, 'db' | 'now'>, id: UserId): Promise<void> {
  await write(db, [
    expectThat('none', isWaiting(id)),
    deleteChange(id),
    ...voidLinks(id, ['change']),
    record(id, 'email_change_canceled', now),
  ])
}
