import type { SQL } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import { counted, formatDay } from '../../shared/format.ts'
import type { UserId } from '../../shared/ids.ts'
import { formatMoney } from '../../shared/money.ts'
import { openAnswer } from '../ad-requests/negotiation/open-form.ts'
import { mail, type NotificationText } from '../notifications/commands.ts'
import { type BlockOf, type MailText, shortTime, timeLeftUntil } from '../notifications/email/blocks.ts'
import type { Digest, WaitingRequest } from './digest.ts'
import type { DueDeliverable } from './due-deliverables.ts'
import type { FittingCampaign } from './fitting-campaigns.ts'

/** The daily reminder to one person. `day` is their day, `YYYY-MM-DD`: there is one reminder a day. */
export function reminderMail(
  to: UserId,
  digest: Digest,
  { day, now, currency }: { day: string; now: number; currency: string },
): SQL {
  return mail(to, {
    kind: 'daily_reminder',
    subjectId: to,
    period: day,
    ...digestText(digest, currency),
    path: pathOf(digest),
    at: now,
  })
}

export function digestText({ waiting, due, campaigns }: Digest, currency: string): NotificationText {
  return {
    title: titleOf({ waiting, due, campaigns }),
    subject: subjectOf({ waiting, due, campaigns }, currency),
    preheader: preheaderOf({ waiting, due, campaigns }),
    body: [
      ...(waiting.length > 0 ? [waitingTable(waiting, currency)] : []),
      ...(due.length > 0 ? [dueTable(due)] : []),
      ...(campaigns.length > 0 ? [campaignTable(campaigns)] : []),
    ],
    action: actionOf({ waiting, due, campaigns }),
  }
}

function titleOf({ waiting, due, campaigns }: Digest): string {
  if (waiting.length > 0)
    return `${counted(waiting.length, 'offer')} ${waiting.length === 1 ? 'is' : 'are'} waiting for your answer`
  if (due.length > 0) return `${counted(due.length, 'deliverable')} due soon`
  return `${counted(campaigns.length, 'new campaign')} for you`
}

function subjectOf(digest: Digest, currency: string): MailText {
  const [first, ...others] = digest.waiting
  if (first && others.length === 0) {
    return [
      'Answer by ',
      shortTime(first.closesAt),
      `: ${first.from}, ${formatMoney(first.paymentAmount, currency)} for ${first.campaignName}`,
    ]
  }
  if (first) return [`${titleOf(digest)}, the first by `, shortTime(first.closesAt)]
  const [due] = digest.due
  return due ? `Due ${due.daysLeft}: ${due.what} for ${due.campaignName}` : titleOf(digest)
}

function preheaderOf({ waiting, due, campaigns }: Digest): MailText {
  const [first] = waiting
  if (first) return [`${first.campaignName} by ${first.from}: `, timeLeftUntil(first.closesAt)]
  const names =
    due.length > 0 ? due.map(({ campaignName }) => campaignName) : campaigns.map(({ name }) => name)
  return `For ${[...new Set(names)].join(', ')}`
}

function actionOf({ waiting, due }: Digest): NotificationText['action'] {
  if (waiting.length === 1) return { label: 'Answer the offer', query: openAnswer }
  if (waiting.length > 1) return { label: 'Answer the offers' }
  return { label: due.length > 0 ? 'Open your deals' : 'Find campaigns' }
}

function pathOf({ waiting, due }: Digest): string {
  const [first, ...others] = waiting
  if (first && others.length === 0) return requestPath(first.id)
  if (first) return routes.adRequests.index.href()
  return due.length > 0 ? routes.adRequests.index.href({ listing: 'agreed' }) : routes.campaigns.index.href()
}

function waitingTable(waiting: readonly WaitingRequest[], currency: string): BlockOf<'table'> {
  return {
    kind: 'table',
    caption: 'Waiting for your answer',
    columns: [
      { label: 'Campaign', align: 'start' },
      { label: 'From', align: 'start' },
      { label: 'Amount', align: 'end' },
      { label: 'Deadline', align: 'end' },
    ],
    rows: waiting.map(({ id, campaignName, from, paymentAmount, closesAt }) => [
      { text: campaignName, path: routes.adRequests.show.href({ adRequestId: id }, openAnswer) },
      { text: from },
      { text: formatMoney(paymentAmount, currency) },
      { text: [timeLeftUntil(closesAt)] },
    ]),
  }
}

function dueTable(due: readonly DueDeliverable[]): BlockOf<'table'> {
  return {
    kind: 'table',
    caption: 'Due within three days',
    columns: [
      { label: 'Campaign', align: 'start' },
      { label: 'Deliverable', align: 'start' },
      { label: 'Due', align: 'start' },
    ],
    rows: due.map(({ adRequestId, campaignName, what, dueDate, daysLeft }) => [
      { text: campaignName, path: requestPath(adRequestId) },
      { text: what },
      { text: `${formatDay(dueDate, '')}, ${daysLeft}` },
    ]),
  }
}

function campaignTable(campaigns: readonly FittingCampaign[]): BlockOf<'table'> {
  return {
    kind: 'table',
    caption: 'New campaigns that fit you',
    columns: [
      { label: 'Campaign', align: 'start' },
      { label: 'Sponsor', align: 'start' },
      { label: 'Why', align: 'start' },
    ],
    rows: campaigns.map(({ id, name, sponsorName, why }) => [
      { text: name, path: routes.campaigns.show.href({ campaignId: id }) },
      { text: sponsorName },
      { text: why },
    ]),
  }
}

function requestPath(adRequestId: number): string {
  return routes.adRequests.show.href({ adRequestId })
}
