import type { Role } from '../accounts/schema.ts'
import type { NotificationText } from '../notifications/commands.ts'
import { facts, type MailBlock, paragraph, quote } from '../notifications/email/blocks.ts'
import { consequencesOf } from './consequences.ts'
import type { Decision } from './flag.ts'
import { type ModeratedSubject, subjectNames } from './subject.ts'

interface Flagged {
  readonly subject: ModeratedSubject
  readonly title: string
}

/** To the owner. `reason` is what an admin gave as a reason. */
export function flagText({
  subject,
  title,
  reason,
  isSponsor,
}: Flagged & { readonly reason: string; readonly isSponsor: boolean }): NotificationText {
  const { yours } = subjectNames[subject]
  return {
    title: `An admin flagged ${yours}${named({ subject, title })}`,
    preheader: reason,
    body: [
      facts([
        { label: 'What', value: subject === 'message' ? `“${title}”` : title },
        { label: 'Why', value: reason },
      ]),
      { kind: 'heading', text: 'What this means now' },
      ...consequencesOf(subject, isSponsor).map((text) => paragraph(text)),
      { kind: 'heading', text: 'What you can do' },
      paragraph('If you think this is a mistake, you can appeal once. An admin reads it and answers you.'),
    ],
    action: { label: 'See the details or appeal' },
  }
}

/** To the owner, about an answer to their appeal or the end of the flag. */
export function decisionText(
  flag: Flagged & {
    readonly decision: Decision
    readonly decisionReason: string
    readonly appeal: string | null
    readonly ownerRole: Role
  },
): NotificationText {
  const { subject, decision, decisionReason, appeal, ownerRole } = flag
  const { yours } = subjectNames[subject]
  const answer = quote('The admin', decisionReason)
  if (decision === 'lifted') {
    return {
      title: `The flag on ${yours}${named(flag)} has been removed`,
      preheader: decisionReason,
      body: [paragraph('What it changed no longer applies.'), ...answer],
      action: { label: 'See the details' },
    }
  }
  return {
    title: `Your appeal was not accepted: ${yours}${named(flag)} stays flagged`,
    preheader: decisionReason,
    body: [
      ...answer,
      ...appealQuote(appeal),
      { kind: 'heading', text: 'What this means' },
      ...consequencesOf(subject, ownerRole === 'sponsor').map((text) => paragraph(text)),
    ],
    action: { label: 'See the details' },
  }
}

/** To admins. */
export function appealText({
  subject,
  title,
  ownerName,
  appeal,
}: Flagged & { readonly ownerName: string; readonly appeal: string }): NotificationText {
  return {
    title: `${ownerName} appeals the flag on ${subject === 'message' ? 'a message' : title}`,
    preheader: appeal,
    body: [facts([{ label: subjectNames[subject].label, value: title }]), ...quote(ownerName, appeal)],
    action: { label: 'Answer the appeal' },
  }
}

/** To the other side of a flagged request. */
export function requestFlaggedText(title: string): NotificationText {
  return {
    title: `An admin flagged the request ${title}`,
    body: [
      paragraph(
        'Offers, acceptance and messages have to wait until that is decided. We tell you when it is.',
      ),
      paragraph(
        'The deadline to answer the offer stays the same. You can still reject or withdraw the offer.',
      ),
    ],
    action: { label: 'View the request' },
  }
}

/** To the other side of a request that is free again. */
export function requestUnflaggedText(title: string): NotificationText {
  return {
    title: `The request ${title} is no longer flagged`,
    body: [paragraph('You can go on where you were.')],
    action: { label: 'View the request' },
  }
}

function appealQuote(appeal: string | null): MailBlock[] {
  return appeal === null ? [] : quote('You', appeal)
}

// A message has no name.
function named({ subject, title }: Flagged): string {
  return subject === 'message' || subject === 'user' ? '' : ` ${title}`
}
