import { expectThat, write } from '../../platform/db/write.ts'
import type { Result } from '../../shared/result.ts'
import { changeEmail, confirmEmail } from '../accounts/commands.ts'
import { hashPassword } from '../accounts/passwords/passwords.ts'
import { replacePassword } from '../accounts/settings/password/commands.ts'
import { useLink, voidLinks } from '../email-links/commands.ts'
import type { OpenLink } from '../email-links/queries.ts'
import { recordSecurityEvent } from '../security-log/commands.ts'
import { deleteChange, isWaiting, type Request, record } from './change.ts'
import { emailChangedMail } from './notifications.ts'

/** Does what a link is for: confirms the account's address, or gives it the new one. One round trip. */
export function confirmAddress(
  { db, now, origin }: Request,
  link: OpenLink,
): Promise<Result<unknown, 'gone'>> {
  const { userId: id, address } = link
  return write<'gone'>(
    db,
    link.purpose === 'confirmation'
      ? [
          ...useLink(link, now),
          ...confirmEmail(id, address, 'gone'),
          ...voidLinks(id, ['confirmation']),
          record(id, 'email_confirmed', now),
          recordSecurityEvent({ userId: id, kind: 'email_confirmed', origin, at: now }),
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
          recordSecurityEvent({ userId: id, kind: 'email_changed', origin, at: now }),
        ],
  )
}

/**
 * Gives the account its old address back, for somebody who did not change it: with a new password, because whoever
 * changed the address knew the old one. Ends all sessions and all other links. One round trip.
 */
export async function undoChange(
  { db, now, origin }: Request,
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
    recordSecurityEvent({ userId: id, kind: 'email_changed', origin, at: now }),
    recordSecurityEvent({ userId: id, kind: 'password_changed', origin, at: now }),
  ])
}
