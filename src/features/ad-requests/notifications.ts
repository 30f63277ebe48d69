import { type SQL, sql } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import type { ActionContext } from '../../shared/action-context.ts'
import type { UserId } from '../../shared/ids.ts'
import type { AgreedTerms } from '../collaborations/terms.ts'
import { mail, type NewNotification, notify, notifyEach } from '../notifications/commands.ts'
import type { AdRequest } from './ad-request.ts'
import { acceptedText, agreedText } from './emails/agreement-email.ts'
import { budgetShortageText } from './emails/budget-email.ts'
import {
  expiredBody,
  expiredTitle,
  type OpenOffer,
  type Reminder,
  reminderText,
} from './emails/clock-emails.ts'
import {
  messageText,
  otherSideSuspendedText,
  type RejectionAnswer,
  rejectedText,
  withdrawnText,
} from './emails/closing-emails.ts'
import { applicationText, type FirstOffer, invitationText, offerText } from './emails/offer-emails.ts'
import type { Offer } from './offer.ts'
import { adRequests } from './schema.ts'

/**
 * To the other side of each request. `requests` is the `from … where …` that finds them. `influencerName` is the
 * applicant. It is not used for an invitation, which can go to many.
 */
export function firstOfferNotification(
  { influencerName, ...opened }: FirstOffer & { readonly influencerName: string },
  requests: SQL,
  context: ActionContext,
): SQL[] {
  const isInvitation = opened.offer.madeBy === 'sponsor'
  return notifyEach(requests, isInvitation ? sql`influencer_id` : sql`sponsor_id`, {
    kind: isInvitation ? 'ad_request_invitation' : 'ad_request_application',
    subjectId: sql`id`,
    period: opened.offer.number,
    ...(isInvitation ? invitationText(opened, context) : applicationText(opened, influencerName, context)),
    path: sql`${routes.adRequests.index.href()} || '/' || id`,
    at: context.now,
  })
}

export function offerNotification(adRequest: AdRequest, offer: Offer, context: ActionContext): SQL[] {
  const { latest, campaign } = adRequest
  const from = { by: nameOf(adRequest, context.actor), campaignName: campaign.name }
  return notifyOther(adRequest, context, {
    kind: 'ad_request_offer',
    period: offer.number,
    ...offerText(latest, offer, from, context),
  })
}

/** To both sides, each with a copy of what was agreed. Whoever accepted gets theirs only by e-mail. */
export function acceptedNotification(
  adRequest: AdRequest,
  terms: AgreedTerms,
  { actor, now, currency }: ActionContext,
): SQL[] {
  const { id, sponsorId } = adRequest
  const by = actor === sponsorId ? 'sponsor' : 'influencer'
  const agreement = { adRequest, terms, by, now, currency } as const
  const period = terms.offerNumber
  return [
    ...notifyOther(
      adRequest,
      { actor, now },
      {
        kind: 'ad_request_accepted',
        period,
        ...acceptedText(agreement),
      },
    ),
    mail(actor, {
      kind: 'ad_request_agreed',
      subjectId: id,
      period,
      ...agreedText(agreement),
      path: routes.adRequests.show.href({ adRequestId: id }),
      at: now,
    }),
  ]
}

export function rejectedNotification(
  adRequest: AdRequest,
  answer: RejectionAnswer,
  context: ActionContext,
): SQL[] {
  return notifyOther(adRequest, context, {
    kind: 'ad_request_rejected',
    period: adRequest.latest.number,
    ...rejectedText(closingBy(adRequest, context), answer),
  })
}

/** To the sponsor: the influencer wants to accept, but the campaign has too little left. */
export function budgetShortageNotification(adRequest: AdRequest, context: ActionContext): SQL[] {
  return notifyOther(adRequest, context, {
    kind: 'ad_request_budget_short',
    period: adRequest.latest.number,
    ...budgetShortageText(adRequest, context.currency),
  })
}

export function withdrawnNotification(adRequest: AdRequest, context: ActionContext): SQL[] {
  return notifyOther(adRequest, context, {
    kind: 'ad_request_withdrawn',
    period: adRequest.latest.number,
    ...withdrawnText(closingBy(adRequest, context)),
  })
}

export function messageNotification(adRequest: AdRequest, body: string, context: ActionContext): SQL[] {
  return notifyOther(adRequest, context, {
    kind: 'ad_request_message',
    period: context.now,
    ...messageText(nameOf(adRequest, context.actor), adRequest.campaign.name, body),
  })
}

/** To both sides of requests of one campaign. `expired` is the `from … where …` that finds the requests. */
export function expiredNotification(campaignName: string, expired: SQL, now: number): SQL[] {
  const [before, after] = expiredTitle(campaignName)
  const sides = [
    { to: sql`sponsor_id`, other: sql`(select display_name from users where users.id = influencer_id)` },
    {
      to: sql`influencer_id`,
      other: sql`(select coalesce(company_name, display_name) from users
        left join sponsors on sponsors.user_id = users.id where users.id = sponsor_id)`,
    },
  ]
  return sides.flatMap(({ to, other }) =>
    notifyEach(expired, to, {
      kind: 'offer_expired',
      subjectId: sql`id`,
      period: sql`offer_number`,
      ...expiredBody,
      title: sql`${before} || ${other} || ${after}`,
      path: sql`${routes.adRequests.index.href()} || '/' || id`,
      at: now,
    }),
  )
}

/** To the side whose turn it is. `open` is the `from … where …` that finds the request. */
export function reminderNotification(reminder: Reminder, offer: OpenOffer, open: SQL, now: number): SQL[] {
  return notifyEach(open, sql`iif(turn = 'sponsor', sponsor_id, influencer_id)`, {
    kind: reminder === 'half' ? 'offer_half_time' : 'offer_almost_expired',
    subjectId: sql`id`,
    period: offer.number,
    ...reminderText(reminder, offer),
    path: sql`${routes.adRequests.index.href()} || '/' || id`,
    at: now,
  })
}

/** To the other side of each open request of somebody who is suspended. `version` is that of their account. */
export function otherSideSuspendedNotification(
  { id, name }: { readonly id: UserId; readonly name: string },
  version: number,
  now: number,
): SQL[] {
  const sides = [
    { own: sql`influencer_id`, other: sql`sponsor_id` },
    { own: sql`sponsor_id`, other: sql`influencer_id` },
  ]
  return sides.flatMap(({ own, other }) => {
    const open = sql`from ${adRequests} where ${own} = ${id} and state = 'pending' and closes_at > ${now}`
    return notifyEach(open, other, {
      kind: 'other_side_suspended',
      subjectId: sql`id`,
      period: version,
      ...otherSideSuspendedText(name),
      path: sql`${routes.adRequests.index.href()} || '/' || id`,
      at: now,
    })
  })
}

function notifyOther(
  { id, sponsorId, influencerId }: AdRequest,
  { actor, now }: Pick<ActionContext, 'actor' | 'now'>,
  notification: Omit<NewNotification, 'subjectId' | 'path' | 'at'>,
): SQL[] {
  return notify(actor === sponsorId ? influencerId : sponsorId, {
    ...notification,
    subjectId: id,
    path: routes.adRequests.show.href({ adRequestId: id }),
    at: now,
  })
}

function closingBy(adRequest: AdRequest, { actor, currency }: ActionContext) {
  const { campaign, latest } = adRequest
  return { by: nameOf(adRequest, actor), campaignName: campaign.name, offer: latest, currency }
}

function nameOf({ sponsorId, sponsor, influencer }: AdRequest, actor: UserId): string {
  return actor === sponsorId ? sponsor.name : influencer.name
}
