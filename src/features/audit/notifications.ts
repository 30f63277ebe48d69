import type { SQL } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import { counted } from '../../shared/format.ts'
import type { AuditCheckId } from '../../shared/ids.ts'
import { type NotificationText, notifyAdmins } from '../notifications/commands.ts'
import { paragraph } from '../notifications/email/blocks.ts'
import { type Break, explainBreak } from './break.ts'

/** Tells every admin what a check found. */
export function brokenNotification(id: AuditCheckId, breaks: readonly Break[], now: number): SQL[] {
  return notifyAdmins({
    kind: 'audit_log_broken',
    subjectId: id,
    period: '',
    ...brokenText(breaks),
    path: routes.admin.audit.verification.href(),
    at: now,
  })
}

const MAX_NAMED = 5

export function brokenText(breaks: readonly Break[]): NotificationText {
  const more = breaks.length - MAX_NAMED
  return {
    title: 'The audit log was changed',
    subject: 'The audit log was changed: find out by whom',
    preheader: `A check found ${counted(breaks.length, 'place')} where the audit log is not as it was sealed.`,
    body: [
      paragraph(
        'Nobody can change the audit log in Parley itself. So somebody did it in the database, or the database was restored from a backup.',
      ),
      ...breaks.slice(0, MAX_NAMED).map((one) => paragraph(`${explainBreak(one)}.`)),
      ...(more > 0 ? [paragraph(`And ${counted(more, 'more', 'more')}.`)] : []),
    ],
    action: { label: 'See the check' },
  }
}
