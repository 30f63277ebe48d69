import { type SQL, sql } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import type { AbuseCaseId, AbuseReportId, UserId } from '../../shared/ids.ts'
import { type ModeratedSubject, subjectNames } from '../flags/subject.ts'
import { type NotificationText, notify, notifyEach } from '../notifications/commands.ts'
import { paragraph, quote, supportAddress } from '../notifications/email/blocks.ts'
import { outcomeTexts } from './abuse-report.ts'
import { type DismissalReason, dismissalReasons } from './dismissal-reasons.ts'
import { abuseReports } from './schema.ts'

/** How a case was decided. */
export type CaseDecision =
  | { readonly state: 'upheld' }
  | { readonly state: 'dismissed'; readonly dismissalReason: DismissalReason }

/** Tells everybody whose report was decided with the case. Put it after the change of the reports. */
export function decisionNotifications(
  caseId: AbuseCaseId,
  title: string,
  decision: CaseDecision,
  now: number,
): SQL[] {
  const rows = sql`from ${abuseReports} where case_id = ${caseId} and outcome = ${decision.state}`
  return notifyEach(rows, sql`reporter_id`, {
    kind: 'abuse_report_decided',
    subjectId: sql`${abuseReports.id}`,
    period: decision.state,
    ...decidedText(title, decision),
    path: sql`${`${routes.abuseReports.index.href()}/`} || ${abuseReports.id}`,
    at: now,
  })
}

export function decidedText(title: string, decision: CaseDecision): NotificationText {
  return {
    title: `We've decided on your report about ${title}`,
    body: [
      paragraph('Thank you for telling us.'),
      paragraph(
        decision.state === 'upheld'
          ? outcomeTexts.upheld.explain
          : dismissalReasons[decision.dismissalReason].toReporters,
      ),
    ],
    action: { label: 'See your report' },
  }
}

/** Tells a reporter that their report was found to be made in bad faith, or no longer is. */
export function goodFaithNotification(
  to: UserId,
  reportId: AbuseReportId,
  title: string,
  isAbusive: boolean,
  now: number,
): SQL[] {
  return notify(to, {
    kind: 'abuse_report_decided',
    subjectId: reportId,
    period: `${isAbusive ? 'abusive' : 'unmarked'}:${now}`,
    ...(isAbusive ? abusiveText(title) : unmarkedText(title)),
    path: routes.abuseReports.show.href({ reportId }),
    at: now,
  })
}

function abusiveText(title: string): NotificationText {
  return {
    title: `Your report about ${title} was not made in good faith`,
    body: [
      paragraph(outcomeTexts.abusive.explain),
      paragraph(
        "If most of somebody's reports are like that, they can't report anything for a while. If you think we're wrong, write to ",
        supportAddress,
        '.',
      ),
    ],
    action: { label: 'See your report' },
  }
}

function unmarkedText(title: string): NotificationText {
  return {
    title: `We've looked at your report about ${title} again`,
    body: [paragraph('We no longer think that it was made in bad faith. We are sorry for the mistake.')],
    action: { label: 'See your report' },
  }
}

interface Warned {
  readonly caseId: AbuseCaseId
  readonly ownerId: UserId
  readonly subject: ModeratedSubject
  readonly title: string
  readonly path: string
}

/** Tells the owner. Nothing in it says who reported. */
export function warningNotification(
  { caseId, ownerId, path, ...thing }: Warned,
  message: string,
  now: number,
) {
  return notify(ownerId, {
    kind: 'abuse_warning',
    subjectId: ownerId,
    period: caseId,
    ...warningText(thing, message),
    path,
    at: now,
  })
}

export function warningText(
  { subject, title }: Pick<Warned, 'subject' | 'title'>,
  message: string,
): NotificationText {
  const what = subject === 'user' || subject === 'message' ? '' : `, ${title}`
  return {
    title: `A warning about ${subjectNames[subject].yours}${what}`,
    body: [
      paragraph(`Our moderators have reviewed ${subjectNames[subject].yours} and found a problem.`),
      ...quote('Our moderators', message),
      paragraph('Please put it right. If it happens again, we may hide it or suspend your account.'),
    ],
    action: { label: 'Open it' },
  }
}

/** Tells an admin who gets a case from another one. */
export function assignedNotification(
  to: UserId,
  caseId: AbuseCaseId,
  version: number,
  title: string,
  from: string,
  now: number,
): SQL[] {
  return notify(to, {
    kind: 'abuse_case_assigned',
    subjectId: caseId,
    period: version,
    ...assignedText(title, from),
    path: routes.admin.abuseReports.show.href({ caseId }),
    at: now,
  })
}

export function assignedText(title: string, from: string): NotificationText {
  return {
    title: `${from} gave you the case about ${title}`,
    body: [paragraph('It is waiting for your decision.')],
    action: { label: 'Open the case' },
  }
}
