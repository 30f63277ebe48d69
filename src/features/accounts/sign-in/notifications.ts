import { type SQL, sql } from 'drizzle-orm'
import { routes } from '../../../routes.ts'
import type { UserId } from '../../../shared/ids.ts'
import { HOUR } from '../../../shared/time.ts'
import { mail, type NotificationText } from '../../notifications/commands.ts'
import { dateTime, facts, paragraph, supportAddress } from '../../notifications/email/blocks.ts'
import { outbox } from '../../notifications/schema.ts'
import type { RequestOrigin } from '../../security-log/origin.ts'
import { users } from '../schema.ts'

/**
 * E-mails the owner that a device signed in which had never signed in to their account before. Not for the first
 * sign-in of a new account, and at most once an hour. It must come before the batch marks the account as seen.
 */
export function newDeviceMail(id: UserId, origin: RequestOrigin, now: number): SQL {
  const kind = 'new_device'
  const sent = sql`select 1 from ${outbox} sent
    where sent.user_id = ${id} and sent.kind = ${kind} and sent.created_at > ${now - HOUR}`
  const owner = sql`(select ${users.id} from ${users}
    where ${users.id} = ${id} and ${users.lastSeenAt} is not null and not exists (${sent}))`
  return mail(owner, {
    kind,
    subjectId: id,
    period: now,
    ...newDeviceText(origin, now),
    path: routes.settings.security.show.href(),
    at: now,
  })
}

export function newDeviceText({ device, place }: RequestOrigin, now: number): NotificationText {
  return {
    title: 'New sign-in to your account',
    preheader: "If it wasn't you, set a new password now.",
    body: [
      paragraph('Your account was opened on a device that had never been signed in to it before.'),
      facts([
        { label: 'When', value: [dateTime(now)] },
        { label: 'Device', value: device || 'Unknown' },
        ...(place === '' ? [] : [{ label: 'Place', value: place }]),
      ]),
      paragraph("If it was you, you don't need to do anything."),
      { kind: 'heading', text: "If it wasn't you" },
      paragraph(
        "Somebody else knows your password. Set a new one now, which signs them out. Then look at your security settings: what happened lately is listed there. If you can't sign in anymore, write to ",
        supportAddress,
        " right away, and we'll help you get your account back.",
      ),
    ],
    action: { label: 'Check your security settings' },
  }
}
