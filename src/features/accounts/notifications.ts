import { type SQL, sql } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import type { UserId } from '../../shared/ids.ts'
import { dayAt } from '../../shared/time.ts'
import { mail } from '../notifications/commands.ts'
import type { NotificationKind } from '../notifications/notification-kinds.ts'
import { users } from './schema.ts'

/** Confirms a password change by e-mail. */
export function passwordChanged(id: UserId, now: number): SQL {
  return mail(id, {
    kind: 'password_changed',
    subjectId: id,
    period: now,
    title: 'Your password was changed',
    body: "You were signed out on all other devices. If you didn't change it, contact us right away.",
    path: routes.settings.password.href(),
    at: now,
  })
}

/** E-mails the owner of an address that someone else tried to sign up with. */
export function signUpWithTakenEmail(email: string, now: number): SQL {
  return mailOwner(email, now, {
    kind: 'sign_up_again',
    title: 'Someone tried to sign up with your e-mail address',
    body: "You already have an account with this address, so we didn't create another one, and nothing has changed. If it was you, sign in. If not, you can ignore this e-mail.",
  })
}

/** E-mails the owner of an address that someone else tried to switch their account to. */
export function changeToTakenEmail(email: string, now: number): SQL {
  return mailOwner(email, now, {
    kind: 'email_taken',
    title: 'Someone tried to use your e-mail address for another account',
    body: "The address belongs to your account, so nothing has changed. If you have two accounts, use a different address for one of them. If it wasn't you, you can ignore this e-mail.",
  })
}

interface OwnerMail {
  readonly kind: NotificationKind
  readonly title: string
  readonly body: string
}

// At most once a day, no matter how often someone tries.
function mailOwner(email: string, now: number, { kind, title, body }: OwnerMail): SQL {
  return mail(sql`(select id from ${users} where email = ${email})`, {
    kind,
    title,
    body,
    subjectId: sql`id`,
    period: dayAt(now, 'UTC'),
    path: routes.signIn.href(),
    at: now,
  })
}
