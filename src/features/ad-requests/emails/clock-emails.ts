import { type Cents, formatMoney } from '../../../shared/money.ts'
import type { NotificationText } from '../../notifications/commands.ts'
import { dateTime, facts, paragraph, shortTime, timeLeftUntil } from '../../notifications/email/blocks.ts'
import { openAnswer } from '../negotiation/open-form.ts'

/** After half of the offer's time, or after 80%. */
export type Reminder = 'half' | 'last'

export interface OpenOffer {
  readonly number: number
  readonly paymentAmount: Cents
  /** Milliseconds UTC. */
  readonly expiresAt: number
  readonly campaignName: string
  readonly senderName: string
  /** ISO 4217. */
  readonly currency: string
}

/** To the side that has not answered yet. */
export function reminderText(
  reminder: Reminder,
  { paymentAmount, expiresAt, campaignName, senderName, currency }: OpenOffer,
): NotificationText {
  const urgency = reminder === 'half' ? 'is waiting for your answer' : 'is about to expire'
  const amount = formatMoney(paymentAmount, currency)
  return {
    title: `The offer from ${senderName} for ${campaignName} ${urgency}`,
    subject: ['Answer by ', shortTime(expiresAt), `: ${senderName}, ${amount} for ${campaignName}`],
    preheader: [timeLeftUntil(expiresAt), '. After that the offer is gone.'],
    body: [
      paragraph(
        'You can accept the offer, make a counteroffer, or reject it. After the deadline it expires.',
      ),
      facts([
        { label: 'Campaign', value: campaignName },
        { label: 'From', value: senderName },
        { label: 'Amount', value: amount },
        { label: 'Answer by', value: [dateTime(expiresAt), ' (', timeLeftUntil(expiresAt), ')'] },
      ]),
    ],
    action: { label: 'Answer the offer', query: openAnswer },
  }
}

/** To both sides. `other` is the name of the other one. */
export function expiredText(campaignName: string, other: string): NotificationText {
  return { ...expiredBody, title: expiredTitle(campaignName).join(other) }
}

/** What comes before and after the name of the other side. */
export function expiredTitle(campaignName: string): readonly [before: string, after: string] {
  return [`The offer for ${campaignName} with `, ' expired without an answer']
}

export const expiredBody: Omit<NotificationText, 'title'> = {
  body: [
    paragraph("You don't need to do anything. If you are still interested, you can start a new request."),
  ],
  action: { label: 'View the request' },
}
