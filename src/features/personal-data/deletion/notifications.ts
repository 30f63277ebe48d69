import { type SQL, sql } from 'drizzle-orm'
import { routes } from '../../../routes.ts'
import type { UserId } from '../../../shared/ids.ts'
import { users } from '../../accounts/schema.ts'
import { mail, type NotificationText } from '../../notifications/commands.ts'
import { dateTime, paragraph, supportAddress } from '../../notifications/email/blocks.ts'

interface When {
  readonly now: number
  readonly isByAdmin: boolean
}

/** Whose deletion begins. */
interface Requested {
  readonly isByAdmin: boolean
  /** Then they cannot take it back themselves. */
  readonly isSuspended: boolean
}

/** With the link to take it back. */
export function requestedMail(
  id: UserId,
  dueAt: number,
  { now, ...requested }: Requested & { readonly now: number },
): SQL {
  return mail(id, {
    kind: 'deletion_requested',
    subjectId: id,
    period: now,
    ...requestedText(dueAt, requested),
    path: routes.settings.data.show.href(),
    at: now,
  })
}

export function requestedText(dueAt: number, { isByAdmin, isSuspended }: Requested): NotificationText {
  return {
    title: 'Your account is going to be deleted',
    body: [
      paragraph(
        isByAdmin
          ? 'An admin started the deletion of your account for you. '
          : 'You asked us to delete your account. ',
        'We will do so on ',
        dateTime(dueAt),
        '.',
      ),
      paragraph(
        'Until then, nobody sees your profile and your campaigns, and nobody can agree to an open request with you. Nothing is lost.',
      ),
      { kind: 'heading', text: 'If you change your mind' },
      ...(isSuspended ? suspendedBlocks : ownBlocks),
    ],
    action: { label: isSuspended ? 'Download your data' : 'Keep my account' },
  }
}

const ownBlocks = [
  paragraph('Sign in until then and choose “Keep my account”. Everything will be as it was.'),
  paragraph("If it wasn't you, do the same, and set a new password."),
]

const suspendedBlocks = [
  paragraph(
    'Write to ',
    supportAddress,
    '. Your account is suspended, so only an admin can stop its deletion.',
  ),
]

export function stoppedMail(id: UserId, when: When): SQL {
  return mail(id, {
    kind: 'deletion_stopped',
    subjectId: id,
    period: when.now,
    ...stoppedText(when),
    path: routes.home.href(),
    at: when.now,
  })
}

export function stoppedText({ isByAdmin }: Pick<When, 'isByAdmin'>): NotificationText {
  return {
    title: 'Your account is not going to be deleted',
    body: [
      paragraph(
        isByAdmin ? 'An admin stopped the deletion of your account. ' : 'You decided to keep your account. ',
        'Everything is as it was before.',
      ),
    ],
    action: { label: 'Open Parley' },
  }
}

/** The last e-mail, to the address of now, because the account will have none. */
export function deletedMail(id: UserId, now: number): SQL {
  return mail(id, {
    kind: 'account_deleted',
    subjectId: id,
    period: 'deleted',
    ...deletedText,
    path: routes.landing.href(),
    at: now,
    address: sql`(select email from ${users} where id = ${id})`,
  })
}

export const deletedText: NotificationText = {
  title: 'Your account is deleted',
  body: [
    paragraph(
      'We have deleted your account and removed what we stored about you. Only what others need stays: agreements with their offers, and the log of what happened, under the name “Deleted account”.',
    ),
    paragraph('This is our last e-mail to you. Your address and your username are free again.'),
  ],
  action: { label: 'Open Parley' },
}
