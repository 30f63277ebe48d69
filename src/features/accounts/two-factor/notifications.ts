import type { SQL } from 'drizzle-orm'
import { routes } from '../../../routes.ts'
import type { UserId } from '../../../shared/ids.ts'
import { dayAt } from '../../../shared/time.ts'
import { mail, type NotificationText } from '../../notifications/commands.ts'
import { dateTime, type MailBlock, paragraph, supportAddress } from '../../notifications/email/blocks.ts'

/** E-mails the owner that two-factor sign-in was switched on. */
export function twoFactorOnMail(id: UserId, now: number): SQL {
  return security(id, now, 'two_factor_on', twoFactorOnText(now))
}

/** E-mails the owner that it was switched off. */
export function twoFactorOffMail(id: UserId, now: number, by: 'owner' | 'admin'): SQL {
  return security(id, now, 'two_factor_off', twoFactorOffText(now, by))
}

/** E-mails the owner that a recovery code was used. `left` is how many there still are. */
export function recoveryCodeUsedMail(id: UserId, now: number, left: number): SQL {
  return security(id, now, 'recovery_code_used', recoveryCodeUsedText(now, left))
}

/** E-mails the owner, once a day, that somebody who has the password tries codes. */
export function codeGuessedMail(id: UserId, now: number): SQL {
  return mail(id, {
    kind: 'sign_in_code_guessed',
    subjectId: id,
    period: dayAt(now, 'UTC'),
    ...codeGuessedText(now),
    path: routes.settings.password.href(),
    at: now,
  })
}

function security(
  id: UserId,
  now: number,
  kind: 'two_factor_on' | 'two_factor_off' | 'recovery_code_used',
  text: NotificationText,
): SQL {
  const path = routes.settings.security.show.href()
  return mail(id, { kind, subjectId: id, period: now, ...text, path, at: now })
}

export function twoFactorOnText(now: number): NotificationText {
  return {
    title: 'Two-factor sign-in is on',
    preheader: 'From now on you need your authenticator app to sign in.',
    body: [
      paragraph(
        'You switched it on on ',
        dateTime(now),
        '. From now on you need your authenticator app to sign in.',
      ),
      paragraph('Keep your recovery codes where you can find them without your phone.'),
      ...ifNotYou,
    ],
    action: { label: 'Check your security settings' },
  }
}

export function twoFactorOffText(now: number, by: 'owner' | 'admin'): NotificationText {
  return {
    title: 'Two-factor sign-in is off',
    preheader: 'From now on your password alone is enough to sign in.',
    body: [
      paragraph(
        by === 'admin' ? 'One of our admins removed it on ' : 'It was switched off on ',
        dateTime(now),
        '. From now on your password alone is enough to sign in. Your recovery codes no longer work.',
      ),
      paragraph('You can switch it on again in your security settings.'),
      ...ifNotYou,
    ],
    action: { label: 'Check your security settings' },
  }
}

export function recoveryCodeUsedText(now: number, left: number): NotificationText {
  return {
    title: 'A recovery code was used to sign in',
    preheader: leftSentence(left),
    body: [
      paragraph('It was used on ', dateTime(now), ` and doesn't work anymore. ${leftSentence(left)}`),
      ...ifNotYou,
    ],
    action: { label: 'Check your security settings' },
  }
}

export function codeGuessedText(now: number): NotificationText {
  return {
    title: 'Someone knows your password',
    subject: 'Someone knows your password. Set a new one',
    preheader: 'They entered it, and then too many wrong sign-in codes.',
    body: [
      paragraph(
        'On ',
        dateTime(now),
        ', someone entered your password and then too many wrong sign-in codes. They did not get in.',
      ),
      paragraph("If it was you, you don't need to do anything. Wait a while, then try again."),
      { kind: 'heading', text: "If it wasn't you" },
      paragraph('Set a new password now. That also stops whoever is trying.'),
    ],
    action: { label: 'Set a new password' },
  }
}

function leftSentence(left: number): string {
  if (left === 0) return 'You have none left, so make new ones now.'
  return `You have ${left} left.${left <= 3 ? ' Make new ones soon.' : ''}`
}

const ifNotYou: readonly MailBlock[] = [
  { kind: 'heading', text: "If it wasn't you" },
  paragraph(
    "Somebody else can use your account. Set a new password and end all other sessions in your security settings. If you can't sign in anymore, write to ",
    supportAddress,
    " right away, and we'll help you.",
  ),
]
