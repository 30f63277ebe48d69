import { type SQL, sql } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import type { ActionContext } from '../../shared/action-context.ts'
import type { UserId } from '../../shared/ids.ts'
import { type Cents, formatMoney } from '../../shared/money.ts'
import { type NewNotification, notify, notifyEach } from '../notifications/commands.ts'
import type { AdRequest } from './ad-request.ts'
import type { Offer } from './offer.ts'
import { type RejectionReason, rejectionReasons } from './rejection-reasons.ts'

interface FirstOffer {
  readonly offer: Offer
  readonly campaignName: string
  readonly sponsorName: string
  /** The applicant. Not used for an invitation, which can go to many. */
  readonly influencerName: string
}

/** To the other side of each request. `requests` is the `from … where …` that finds them. */
export function firstOfferNotification(
  { offer, campaignName, sponsorName, influencerName }: FirstOffer,
  requests: SQL,
  { now, currency }: ActionContext,
): SQL[] {
  const amount = formatMoney(offer.paymentAmount, currency)
  const isInvitation = offer.madeBy === 'sponsor'
  return notifyEach(requests, isInvitation ? sql`influencer_id` : sql`sponsor_id`, {
    kind: isInvitation ? 'ad_request_invitation' : 'ad_request_application',
    subjectId: sql`id`,
    period: offer.number,
    title: isInvitation
      ? `${sponsorName} invited you to ${campaignName} for ${amount}`
      : `${influencerName} applied to ${campaignName} and asked for ${amount}`,
    body: offer.message,
    path: sql`${routes.adRequests.index.href()} || '/' || id`,
    at: now,
  })
}

export function offerNotification(adRequest: AdRequest, offer: Offer, context: ActionContext): SQL[] {
  const amount = formatMoney(offer.paymentAmount, context.currency)
  const verb = offer.madeBy === 'influencer' ? 'asked for' : 'offered'
  return notifyOther(adRequest, context, {
    kind: 'ad_request_offer',
    period: offer.number,
    title: `${nameOf(adRequest, context.actor)} ${verb} ${amount} for ${adRequest.campaign.name}`,
    body: offer.message,
  })
}

export function acceptedNotification(adRequest: AdRequest, context: ActionContext): SQL[] {
  const amount = formatMoney(adRequest.latest.paymentAmount, context.currency)
  return notifyOther(adRequest, context, {
    kind: 'ad_request_accepted',
    period: adRequest.latest.number,
    title: `${nameOf(adRequest, context.actor)} accepted ${amount} for ${adRequest.campaign.name}`,
    body: 'The terms are now final. Funding is the next step.',
  })
}

export function rejectedNotification(
  adRequest: AdRequest,
  { reason, comment }: { reason: RejectionReason; comment: string },
  context: ActionContext,
): SQL[] {
  return notifyOther(adRequest, context, {
    kind: 'ad_request_rejected',
    period: adRequest.latest.number,
    title: `${nameOf(adRequest, context.actor)} rejected your offer for ${adRequest.campaign.name}`,
    body: `${rejectionReasons[reason]}. ${comment}`.trim(),
  })
}

export function withdrawnNotification(adRequest: AdRequest, context: ActionContext): SQL[] {
  return notifyOther(adRequest, context, {
    kind: 'ad_request_withdrawn',
    period: adRequest.latest.number,
    title: `${nameOf(adRequest, context.actor)} withdrew their offer for ${adRequest.campaign.name}`,
    body: '',
  })
}

export function messageNotification(adRequest: AdRequest, body: string, context: ActionContext): SQL[] {
  return notifyOther(adRequest, context, {
    kind: 'ad_request_message',
    period: context.now,
    title: `${nameOf(adRequest, context.actor)} sent you a message about ${adRequest.campaign.name}`,
    body,
  })
}

/** To both sides of requests of one campaign. `expired` is the `from … where …` that finds the requests. */
export function expiredNotification(campaignName: string, expired: SQL, now: number): SQL[] {
  return [sql`sponsor_id`, sql`influencer_id`].flatMap((to) =>
    notifyEach(expired, to, {
      kind: 'offer_expired',
      subjectId: sql`id`,
      period: sql`offer_number`,
      title: `The offer for ${campaignName} expired without an answer`,
      body: 'You can start a new request at any time.',
      path: sql`${routes.adRequests.index.href()} || '/' || id`,
      at: now,
    }),
  )
}

export type ReminderKind = 'offer_half_time' | 'offer_almost_expired'

interface OpenOffer {
  readonly number: number
  readonly paymentAmount: Cents
  readonly campaignName: string
  readonly senderName: string
  readonly currency: string
}

/** To the side whose turn it is. `open` is the `from … where …` that finds the request. */
export function reminderNotification(
  kind: ReminderKind,
  { number, paymentAmount, campaignName, senderName, currency }: OpenOffer,
  open: SQL,
  now: number,
): SQL[] {
  const urgency = kind === 'offer_half_time' ? 'is waiting for your answer' : 'is about to expire'
  return notifyEach(open, sql`iif(turn = 'sponsor', sponsor_id, influencer_id)`, {
    kind,
    subjectId: sql`id`,
    period: number,
    title: `The offer from ${senderName} for ${campaignName} ${urgency}`,
    body: `They offered ${formatMoney(paymentAmount, currency)}.`,
    path: sql`${routes.adRequests.index.href()} || '/' || id`,
    at: now,
  })
}

function notifyOther(
  { id, sponsorId, influencerId }: AdRequest,
  { actor, now }: ActionContext,
  notification: Pick<NewNotification, 'kind' | 'period' | 'title' | 'body'>,
): SQL[] {
  return notify(actor === sponsorId ? influencerId : sponsorId, {
    ...notification,
    subjectId: id,
    path: routes.adRequests.show.href({ adRequestId: id }),
    at: now,
  })
}

function nameOf({ sponsorId, sponsor, influencer }: AdRequest, actor: UserId): string {
  return actor === sponsorId ? sponsor.name : influencer.name
}
