import { formatMoney } from '../../../shared/money.ts'
import type { NotificationText } from '../../notifications/commands.ts'
import { facts, paragraph, quote } from '../../notifications/email/blocks.ts'
import { type Offer, otherSide, type Side } from '../offer.ts'
import { type RejectionReason, rejectionReasons } from '../rejection-reasons.ts'
import { deliverablesText } from './terms-rows.ts'

interface Closing {
  /** The name of who closed the request. */
  readonly by: string
  readonly campaignName: string
  readonly offer: Offer
  readonly currency: string
}

export interface RejectionAnswer {
  readonly reason: RejectionReason
  readonly comment: string
}

/** To the side whose offer was rejected. */
export function rejectedText(closing: Closing, { reason, comment }: RejectionAnswer): NotificationText {
  const { by, campaignName, offer } = closing
  return {
    title: `${by} rejected your offer for ${campaignName}`,
    preheader: `Reason: ${rejectionReasons[reason]}. ${comment}`.trim(),
    body: [
      paragraph('This closes the request.'),
      facts([
        { label: 'Reason', value: rejectionReasons[reason] },
        { label: 'Your offer', value: summaryOf(closing) },
      ]),
      ...quote(by, comment),
      paragraph(`If you want to try again with other terms, ${tryAgain[offer.madeBy]}.`),
    ],
    action: { label: 'View the request' },
  }
}

/** To the side that had to answer the offer. */
export function withdrawnText(closing: Closing): NotificationText {
  const { by, campaignName, offer } = closing
  return {
    title: `${by} withdrew their offer for ${campaignName}`,
    body: [
      paragraph(
        `This closes the request, so you don't need to answer. ${lookElsewhere[otherSide(offer.madeBy)]}`,
      ),
      facts([{ label: 'Their offer', value: summaryOf(closing) }]),
    ],
    action: { label: 'View the request' },
  }
}

/** To the other side of an open request. `name` is who is suspended. */
export function otherSideSuspendedText(name: string): NotificationText {
  return {
    title: `The account of ${name} is suspended`,
    body: [
      paragraph(
        `You have an open request with them. It stays open, but while they are suspended it can't be accepted, and the deadline to answer the offer stays the same.`,
      ),
      paragraph('You can withdraw or reject the offer, or wait.'),
    ],
    action: { label: 'View the request' },
  }
}

const tryAgain: Record<Side, string> = {
  sponsor: 'you can send a new invitation',
  influencer: 'you can apply again while the campaign is open',
}

const lookElsewhere: Record<Side, string> = {
  sponsor: 'You can still invite them yourself.',
  influencer: 'You can still apply while the campaign is open.',
}

function summaryOf({ offer, currency }: Closing): string {
  return `${formatMoney(offer.paymentAmount, currency)} for ${deliverablesText(offer)}`
}

/** To the other side of a request. */
export function messageText(by: string, campaignName: string, message: string): NotificationText {
  return {
    title: `${by} sent you a message about ${campaignName}`,
    preheader: message,
    body: quote(by, message),
    action: { label: 'Reply', query: { answer: 'message' } },
  }
}

/** To the other side of an open request, when an account is deleted. It names nobody. */
export const goneText: NotificationText = {
  title: 'A request was closed because the other side deleted their account',
  body: [
    paragraph('There is nothing that you need to do. The request stays in your list, for your records.'),
  ],
  action: { label: 'View the request' },
}
