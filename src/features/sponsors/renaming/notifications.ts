import { type SQL, sql } from 'drizzle-orm'
import { routes } from '../../../routes.ts'
import type { UserId } from '../../../shared/ids.ts'
import { users } from '../../accounts/schema.ts'
import { type NotificationText, notify, notifyEach } from '../../notifications/commands.ts'
import { facts, paragraph, quote } from '../../notifications/email/blocks.ts'
import type { Answer } from '../approvals/answer.ts'

/** Tells the admins that an approved sponsor asks for a new name. `asking` is a `from … where …` with a row if they do. */
export function nameWaitingNotification(id: UserId, name: string, asking: SQL, now: number): SQL[] {
  const admins = sql`from ${users} where role = 'admin' and status = 'active' and exists (select 1 ${asking})`
  return notifyEach(admins, users.id, {
    kind: 'sponsor_name_waiting',
    subjectId: id,
    period: now,
    ...nameWaitingText(name),
    path: routes.admin.sponsors.href({ status: 'renamed' }),
    at: now,
  })
}

export function nameWaitingText(name: string): NotificationText {
  return {
    title: `A sponsor asks to be called ${name}`,
    subject: `Review a new name: ${name}`,
    body: [
      paragraph('The old name stays until you approve the new one.'),
      facts([{ label: 'New name', value: name }]),
    ],
    action: { label: 'Review the name' },
  }
}

interface Named {
  readonly id: UserId
  /** That of the account when it was answered. */
  readonly version: number
  readonly requestedName: string
}

export function nameAnswerNotification(
  { id, version, requestedName }: Named,
  answer: Answer,
  now: number,
): SQL[] {
  const about = { subjectId: id, period: version, path: routes.settings.profile.href(), at: now }
  return notify(
    id,
    answer.kind === 'approved'
      ? { ...about, kind: 'sponsor_name_approved', ...nameApprovedText(requestedName) }
      : { ...about, kind: 'sponsor_name_rejected', ...nameRejectedText(requestedName, answer.reason) },
  )
}

export function nameApprovedText(name: string): NotificationText {
  return {
    title: `Your new name is approved: ${name}`,
    body: [paragraph('It now shows on your campaigns and wherever influencers see you.')],
    action: { label: 'Open your profile' },
  }
}

export function nameRejectedText(name: string, reason: string): NotificationText {
  return {
    title: `Your new name is not approved: ${name}`,
    preheader: reason,
    body: [
      paragraph("We've reviewed the name and can't approve it. Your old name stays."),
      ...quote('The reviewer', reason),
    ],
    action: { label: 'Open your profile' },
  }
}
