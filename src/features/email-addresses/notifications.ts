import { type SQL, sql } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import type { UserId } from '../../shared/ids.ts'
import { users } from '../accounts/schema.ts'
import { mailLink } from '../email-links/commands.ts'
import { mail, type NotificationText } from '../notifications/commands.ts'
import { dateTime, facts, paragraph, supportAddress } from '../notifications/email/blocks.ts'
import { emailChanges, isOfPassword } from './schema.ts'

/** Whether somebody else has confirmed the address. Then it gets no link: its owner is told instead. */
function isTaken(address: SQL): SQL {
  return sql`exists (select 1 from ${users} owner where owner.email = ${address} and owner.is_email_confirmed = 1)`
}

/** What a new account waits for. `id` may be a subquery. */
export const needsConfirmation = sql`${users.isEmailConfirmed} = 0 and not ${isTaken(sql`${users.email}`)}
  and not exists (select 1 from ${emailChanges} where user_id = ${users.id} and ${isOfPassword})`

/** The link to confirm the address of a new account. None goes out if the account needs none. */
export function confirmationMail(id: SQL, now: number): SQL {
  return mailLink(
    sql`(select ${users.id} from ${users} where ${users.id} = ${id} and ${needsConfirmation})`,
    {
      kind: 'email_confirmation',
      text: confirmationText,
      address: sql`${users.email}`,
      path: routes.settings.email.show.href(),
      now,
    },
  )
}

export const confirmationText: NotificationText = {
  title: 'Confirm your e-mail address',
  body: [
    paragraph(
      'Somebody, probably you, signed up at Parley with this address. Confirm that it is yours, and we can write to you when something needs your attention.',
    ),
    paragraph('The link works for 48 hours.'),
    paragraph("If you didn't sign up, you don't need to do anything. We won't write to you again."),
  ],
  action: { label: 'Confirm this address' },
}

/** The address that an account has asked for. */
export const newAddress = sql`(select address from ${emailChanges} where user_id = ${users.id} and ${isOfPassword})`

/** Whether an account has asked for an address, and nobody else has it. */
export const needsChangeLink = sql`${newAddress} is not null and not ${isTaken(newAddress)}`

/** The link to confirm a new address. */
export function changeLinkMail(id: UserId, now: number): SQL {
  return mailLink(sql`(select ${users.id} from ${users} where ${users.id} = ${id} and ${needsChangeLink})`, {
    kind: 'email_change_link',
    text: changeLinkText,
    address: newAddress,
    path: routes.settings.email.show.href(),
    now,
  })
}

export const changeLinkText: NotificationText = {
  title: 'Confirm your new e-mail address',
  body: [
    paragraph(
      'Somebody, probably you, wants to use this address for their Parley account. It takes effect when you confirm it.',
    ),
    paragraph('The link works for 48 hours.'),
    paragraph("If it wasn't you, you don't need to do anything. Nothing changes without your confirmation."),
  ],
  action: { label: 'Confirm this address' },
}

/** Tells the address that the account still has. */
export function changeRequestedMail(id: UserId, address: string, now: number): SQL {
  return mail(id, {
    kind: 'email_change_requested',
    subjectId: id,
    period: now,
    ...changeRequestedText(address, now),
    path: routes.settings.email.show.href(),
    address: sql`${users.email}`,
    at: now,
  })
}

export function changeRequestedText(address: string, now: number): NotificationText {
  return {
    title: 'Your e-mail address is going to change',
    preheader: "If it wasn't you, cancel the change and set a new password.",
    body: [
      facts([
        { label: 'New address', value: address },
        { label: 'Asked for', value: [dateTime(now)] },
      ]),
      paragraph('We sent a link to the new address. Until it is confirmed, we write to this one.'),
      { kind: 'heading', text: "If it wasn't you" },
      paragraph(
        'Somebody else knows your password. Cancel the change in your settings and set a new password now. If you need help, write to ',
        supportAddress,
        '.',
      ),
    ],
    action: { label: 'See or cancel the change' },
  }
}

/** Tells the address that the account has now, with a link to undo the change. */
export function emailChangedMail(id: UserId, address: string, now: number): SQL {
  return mail(id, {
    kind: 'email_changed',
    subjectId: id,
    period: now,
    ...emailChangedText(address, now),
    path: routes.settings.email.show.href(),
    address: sql`${users.email}`,
    at: now,
  })
}

export function emailChangedText(address: string, now: number): NotificationText {
  return {
    title: 'Your e-mail address was changed',
    preheader: "If it wasn't you, take your account back within 7 days.",
    body: [
      facts([
        { label: 'New address', value: address },
        { label: 'Changed', value: [dateTime(now)] },
      ]),
      paragraph("We don't write to this address any more. If it was you, you don't need to do anything."),
      { kind: 'heading', text: "If it wasn't you" },
      paragraph(
        'Undo the change: this address counts again, you set a new password, and everybody is signed out. The link works for 7 days. If you need help, write to ',
        supportAddress,
        '.',
      ),
    ],
    action: { label: 'Undo the change' },
  }
}
