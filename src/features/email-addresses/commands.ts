import { eq, sql } from 'drizzle-orm'
import type { Database } from '../../platform/db/database.ts'
import { expectThat, mutation, type Statement, write } from '../../platform/db/write.ts'
import type { UserId } from '../../shared/ids.ts'
import { ok, type Result, refuse } from '../../shared/result.ts'
import { HOUR, MINUTE } from '../../shared/time.ts'
import { changeEmail, confirmEmail } from '../accounts/commands.ts'
import { changeToTakenEmail } from '../accounts/notifications.ts'
import { hashPassword } from '../accounts/passwords/passwords.ts'
import { attempt, counter, reset } from '../accounts/rate-limit.ts'
import { confirmPassword, passwordAttempts, replacePassword } from '../accounts/settings/password/commands.ts'
import { recordEvent } from '../activity/commands.ts'
import type { EventKind } from '../activity/event-kinds.ts'
import { useLink, voidLinks } from '../email-links/commands.ts'
import type { OpenLink } from '../email-links/queries.ts'
import { changeLinkMail, changeRequestedMail, confirmationMail, emailChangedMail } from './notifications.ts'
import { emailChanges } from './schema.ts'

/** Each change e-mails two addresses, one of which may be a stranger's. */
const changesLimit = { free: 5, firstWait: 10 * MINUTE, longestWait: HOUR }
const linksLimit = { free: 3, firstWait: 5 * MINUTE, longestWait: HOUR }

interface Moment {
  readonly db: Database
  readonly now: number
}

export type ChangeRefusal = 'too_many' | 'wrong'

/**
 * Asks for a new address, given the current password. The new address gets a link, the old one is told. If another
 * account has the address, everything looks the same, and only that account's owner is told. Two round trips.
 */
export async function requestChange(
  { db, now }: Moment,
  id: UserId,
  address: string,
  currentPassword: string,
): Promise<Result<null, ChangeRefusal>> {
  const limit = counter(changesLimit, 'e-mail change', String(id))
  const confirmed = await confirmPassword({ db, now }, id, currentPassword, [limit])
  if (!confirmed.ok) return confirmed

  await write(db, [
    ...voidLinks(id, ['change', 'confirmation']),
    mutation
      .insert(emailChanges)
      .values({ userId: id, address, requestedAt: now })
      .onConflictDoUpdate({ target: emailChanges.userId, set: { address, requestedAt: now } }),
    changeLinkMail(id, now),
    changeToTakenEmail(address, now),
    changeRequestedMail(id, address, now),
    record(id, 'email_change_requested', now),
    reset([passwordAttempts(id)]),
  ])
  return ok(null)
}

/** Sends the link again that the account waits for, if any. Two round trips. */
export async function sendLinkAgain({ db, now }: Moment, id: UserId): Promise<Result<null, 'too_many'>> {
  const { allowed } = await attempt(db, [counter(linksLimit, 'link again', String(id))], now)
  if (!allowed) return refuse('too_many')
  await write(db, [
    mutation.update(emailChanges).set({ requestedAt: now }).where(eq(emailChanges.userId, id)),
    changeLinkMail(id, now),
    confirmationMail(sql`${id}`, now),
  ])
  return ok(null)
}

/** Keeps the old address. Does nothing if no change is waiting. */
export async function cancelChange({ db, now }: Moment, id: UserId): Promise<void> {
  await write(db, [
    expectThat('none', isWaiting(id)),
    deleteChange(id),
    ...voidLinks(id, ['change']),
    record(id, 'email_change_canceled', now),
  ])
}

/** Does what a link is for: confirms the account's address, or gives it the new one. One round trip. */
export function confirmAddress({ db, now }: Moment, link: OpenLink): Promise<Result<unknown, 'gone'>> {
  const { userId: id, address } = link
  return write<'gone'>(
    db,
    link.purpose === 'confirmation'
      ? [
          ...useLink(link, now),
          ...confirmEmail(id, address, 'gone'),
          ...voidLinks(id, ['confirmation']),
          record(id, 'email_confirmed', now),
        ]
      : [
          ...useLink(link, now),
          expectThat('gone', isWaiting(id, address)),
          // Before the change, so that it goes to the old address.
          emailChangedMail(id, address, now),
          ...changeEmail(id, address, 'gone'),
          deleteChange(id),
          ...voidLinks(id, ['change', 'confirmation', 'reset']),
          record(id, 'email_changed', now),
        ],
  )
}

/**
 * Gives the account its old address back, for somebody who did not change it: with a new password, because whoever
 * changed the address knew the old one. Ends all sessions and all other links. One round trip.
 */
export async function undoChange(
  { db, now }: Moment,
  link: OpenLink,
  newPassword: string,
): Promise<Result<unknown, 'gone'>> {
  const { userId: id, address } = link
  const passwordHash = await hashPassword(newPassword)
  return write<'gone'>(db, [
    ...useLink(link, now),
    ...changeEmail(id, address, 'gone'),
    deleteChange(id),
    ...voidLinks(id),
    ...replacePassword(id, passwordHash, now),
    record(id, 'email_change_undone', now),
  ])
}

function isWaiting(id: UserId, address?: string) {
  const same = address === undefined ? sql`true` : sql`address = ${address}`
  return sql`exists (select 1 from ${emailChanges} where user_id = ${id} and ${same})`
}

function deleteChange(id: UserId) {
  return mutation.delete(emailChanges).where(eq(emailChanges.userId, id))
}

function record(id: UserId, kind: EventKind<'user'>, at: number): Statement {
  return recordEvent({ subject: 'user', subjectId: id, kind, actor: id, at })
}
