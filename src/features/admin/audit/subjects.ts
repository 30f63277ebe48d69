import { routes } from '../../../routes.ts'
import type { EventSubject } from '../../activity/event-kinds.ts'
import { bulkKindLabel } from '../../bulk-actions/kinds.ts'
import { subjectLabels } from './subject-labels.ts'

/** The thing that an event is about. */
export interface AuditedThing {
  readonly subjectId: number
  /** Its name now, if it has one and still exists. */
  readonly name: string | null
  readonly note: string | null
}

interface Subject {
  /** Its page for admins. */
  readonly href: (thing: AuditedThing) => string
  /** What it is called if not by its name. */
  readonly nameOf?: (thing: AuditedThing) => string | null
  /** The note is what it is called, not a reason. */
  readonly noteIsName?: true
}

/** The things that the audit log is about. */
export const subjects: Readonly<Record<EventSubject, Subject>> = {
  user: { href: ({ subjectId }) => routes.admin.user.href({ userId: subjectId }) },
  campaign: {
    href: ({ subjectId }) => routes.campaigns.show.href({ campaignId: subjectId }),
  },
  ad_request: {
    href: ({ subjectId }) => routes.adRequests.show.href({ adRequestId: subjectId }),
    nameOf: ({ subjectId, name }) => (name === null ? null : `Request ${subjectId} for ${name}`),
  },
  message: {
    href: ({ subjectId }) => routes.flags.current.href({ subject: 'message', subjectId }),
  },
  abuse_case: {
    href: ({ subjectId }) => routes.admin.abuseReports.show.href({ caseId: subjectId }),
    nameOf: ({ subjectId, name }) => (name === null ? null : `Case ${subjectId}: ${name}`),
  },
  bulk_action: {
    href: ({ subjectId }) => routes.admin.bulkActions.show.href({ bulkActionId: subjectId }),
    nameOf: ({ subjectId, note }) => (note === null ? null : `${bulkKindLabel(note)} (${subjectId})`),
    noteIsName: true,
  },
  reason_template: {
    href: ({ subjectId }) => routes.admin.reasonTemplates.edit.href({ reasonTemplateId: subjectId }),
    nameOf: ({ note }) => note,
    noteIsName: true,
  },
  job: {
    href: ({ note }) => routes.admin.jobs.href({ job: note }),
    nameOf: ({ note }) => note,
    noteIsName: true,
  },
  outbox: { href: () => routes.admin.mail.href() },
  audit_log: {
    href: () => routes.admin.audit.verification.href(),
    nameOf: ({ subjectId }) => `Check ${subjectId}`,
  },
}

/** Why it was done. */
export function reasonOf({
  subject,
  note,
}: {
  readonly subject: EventSubject
  readonly note: string | null
}) {
  return subjects[subject].noteIsName ? null : note
}

/** "Mara Lindqvist", "Request 12 for Autumn Boots", "Campaign 7" */
export function thingName(subject: EventSubject, thing: AuditedThing): string {
  const { nameOf } = subjects[subject]
  return (nameOf ? nameOf(thing) : thing.name) ?? `${subjectLabels[subject]} ${thing.subjectId}`
}

/** Whether it has been deleted. It has no page then. Only campaigns and their requests are ever deleted. */
export function isGone(subject: EventSubject, { name }: Pick<AuditedThing, 'name'>): boolean {
  return (subject === 'campaign' || subject === 'ad_request') && name === null
}
