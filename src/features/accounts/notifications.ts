import { type SQL, sql } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import type { UserId } from '../../shared/ids.ts'
import { dayAt } from '../../shared/time.ts'
import { mail, type NotificationText, notify, notifyEach } from '../notifications/commands.ts'
import { dateTime, facts, paragraph, quote, supportAddress } from '../notifications/email/blocks.ts'
import type { NotificationKind } from '../notifications/notification-kinds.ts'
import { isConfirmedEmail, users } from './schema.ts'

/** Confirms a password change by e-mail. */
export function passwordChanged(id: UserId, now: number): SQL {
  return mail(id, {
    kind: 'password_changed',
    subjectId: id,
    period: now,
    ...passwordChangedText(now),
    path: routes.settings.password.href(),
    at: now,
  })
}

export function passwordChangedText(now: number): NotificationText {
  return {
    title: 'Your password was changed',
    preheader: "If it wasn't you, set a new password now.",
    body: [
      paragraph('It was changed on ', dateTime(now), ', and you were signed out on all other devices.'),
      paragraph("If it was you, you don't need to do anything."),
      { kind: 'heading', text: "If it wasn't you" },
      paragraph(
        "Somebody else knows your password. Set a new one now: choose “Forgot password?” where you sign in. If that doesn't work, write to ",
        supportAddress,
        " right away, and we'll help you get your account back.",
      ),
    ],
    action: { label: 'Set a new password' },
  }
}

/** E-mails somebody that an admin has signed them out everywhere. */
export function signedOutByAdmin(id: UserId, now: number): SQL {
  return mail(id, {
    kind: 'signed_out_by_admin',
    subjectId: id,
    period: now,
    ...signedOutByAdminText(now),
    path: routes.settings.password.href(),
    at: now,
  })
}

export function signedOutByAdminText(now: number): NotificationText {
  return {
    title: 'An admin signed you out everywhere',
    preheader: 'Sign in again, and set a new password.',
    body: [
      paragraph(
        'It was done on ',
        dateTime(now),
        '. We do this when somebody else may be using an account. Nothing else has changed.',
      ),
      { kind: 'heading', text: 'What to do now' },
      paragraph(
        "Sign in again and set a new password. If you can't sign in anymore, choose “Forgot password?” there, or write to ",
        supportAddress,
        '.',
      ),
    ],
    action: { label: 'Set a new password' },
  }
}

/** E-mails the owner of an address that someone else signed up with. Nobody else gets that address unless they confirm it. */
export function signUpWithTakenEmail(email: string, now: number): SQL {
  return mailOwner(email, now, 'sign_up_again', signUpAgainText)
}

export const signUpAgainText: NotificationText = {
  title: 'Someone tried to sign up with your e-mail address',
  body: [
    paragraph(
      "You already have an account with this address, and nothing about it has changed. The new account can't use the address.",
    ),
    { kind: 'heading', text: 'If it was you' },
    paragraph(
      'Sign in with the account that you have. If you forgot the password, you can set a new one there.',
    ),
    { kind: 'heading', text: "If it wasn't you" },
    paragraph(
      "You don't need to do anything. Whoever it was didn't get into your account, and they weren't told that you have one.",
    ),
  ],
  action: { label: 'Sign in' },
}

/** E-mails the owner of an address that someone else tried to switch their account to. */
export function changeToTakenEmail(email: string, now: number): SQL {
  return mailOwner(email, now, 'email_taken', emailTakenText)
}

export const emailTakenText: NotificationText = {
  title: 'Someone tried to use your e-mail address for another account',
  body: [
    paragraph('The address belongs to your account, so nothing has changed.'),
    { kind: 'heading', text: 'If it was you' },
    paragraph('Each account needs its own address. Use a different one for your other account.'),
    { kind: 'heading', text: "If it wasn't you" },
    paragraph("You don't need to do anything. Whoever it was didn't get into your account."),
  ],
  action: { label: 'Sign in' },
}

// At most once a day, no matter how often someone tries.
function mailOwner(email: string, now: number, kind: NotificationKind, text: NotificationText): SQL {
  return mail(sql`(select id from ${users} where ${isConfirmedEmail(email)})`, {
    kind,
    ...text,
    subjectId: sql`${users.id}`,
    period: dayAt(now, 'UTC'),
    path: routes.signIn.href(),
    at: now,
  })
}

/** `version` is that of the account before the change. `isNew` is false if the suspension was changed. */
export function suspensionNotification(
  id: UserId,
  version: number,
  suspension: Suspension & { readonly isNew: boolean },
  now: number,
): SQL[] {
  return notify(id, {
    kind: 'suspended',
    subjectId: id,
    period: version,
    ...suspendedText(suspension),
    path: routes.signIn.href(),
    at: now,
  })
}

interface Suspension {
  readonly reason: string
  /** Milliseconds UTC. Null: no end. */
  readonly until: number | null
}

export function suspendedText({
  reason,
  until,
  isNew,
}: Suspension & { readonly isNew: boolean }): NotificationText {
  return {
    title: isNew ? 'Your account is suspended' : 'Your suspension has changed',
    preheader: reason,
    body: [
      facts([{ label: 'Until', value: until === null ? 'Further notice' : [dateTime(until)] }]),
      ...quote('The admin', reason),
      { kind: 'heading', text: 'What this means' },
      paragraph(
        "You can't sign in, and others can't find your profile or your campaigns. Open offers can't be accepted, and the deadlines to answer them stay the same. Existing deals continue.",
      ),
      paragraph(
        until === null ? '' : "After that you can sign in again; you don't need to do anything. ",
        'If you think this is a mistake, write to ',
        supportAddress,
        '.',
      ),
    ],
    action: { label: 'Open Parley' },
  }
}

/** `row` is the `from … where …` that finds the account, `version` that of the account before the change. */
export function suspensionEndNotification(row: SQL, version: number, now: number): SQL[] {
  return notifyEach(row, users.id, {
    kind: 'suspension_ended',
    subjectId: sql`${users.id}`,
    period: version,
    ...suspensionEndedText,
    path: routes.home.href(),
    at: now,
  })
}

export const suspensionEndedText: NotificationText = {
  title: 'Your account is no longer suspended',
  body: [
    paragraph(
      'You can sign in again. Everything in your account is as it was, except for offers that expired in the meantime.',
    ),
  ],
  action: { label: 'Sign in' },
}
