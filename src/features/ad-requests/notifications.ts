import type { SQL } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import type { UserId } from '../../shared/ids.ts'
import { formatMoney } from '../../shared/money.ts'
import { notify } from '../notifications/commands.ts'
import type { ActionContext } from './act.ts'
import { type AdRequest, type RejectionReason, rejectionReasons } from './ad-request.ts'

export function offerNotification(was: AdRequest, next: AdRequest, act: ActionContext): SQL[] {
  const { latest } = next
  const amount = formatMoney(latest.paymentAmount, act.currency)
  const verb = latest.madeBy === 'influencer' ? 'asks for' : 'offers'
  return tellOther(was, act, {
    kind: 'offer',
    period: latest.number,
    title: `${nameOf(was, act.actor)} ${verb} ${amount} on ${was.campaign.name}`,
    body: latest.message,
  })
}

export function agreedNotification(was: AdRequest, act: ActionContext): SQL[] {
  const amount = formatMoney(was.latest.paymentAmount, act.currency)
  return tellOther(was, act, {
    kind: 'accepted',
    period: was.latest.number,
    title: `${nameOf(was, act.actor)} agreed to ${amount} on ${was.campaign.name}`,
    body: 'The terms are fixed now. The next step is funding.',
  })
}

export function rejectedNotification(
  was: AdRequest,
  answer: { reason: RejectionReason; words: string },
  act: ActionContext,
): SQL[] {
  return tellOther(was, act, {
    kind: 'rejected',
    period: was.latest.number,
    title: `${nameOf(was, act.actor)} said no on ${was.campaign.name}`,
    body: `${rejectionReasons[answer.reason]}. ${answer.words}`.trim(),
  })
}

export function withdrawnNotification(was: AdRequest, act: ActionContext): SQL[] {
  return tellOther(was, act, {
    kind: 'withdrawn',
    period: was.latest.number,
    title: `${nameOf(was, act.actor)} took back the offer on ${was.campaign.name}`,
    body: '',
  })
}

export function messageNotification(about: AdRequest, body: string, act: ActionContext): SQL[] {
  return tellOther(about, act, {
    kind: 'message',
    period: act.now,
    title: `${nameOf(about, act.actor)} wrote about ${about.campaign.name}`,
    body,
  })
}

interface Words {
  readonly kind: string
  readonly period: number
  readonly title: string
  readonly body: string
}

function tellOther(
  adRequest: AdRequest,
  { actor, now }: ActionContext,
  { kind, period, title, body }: Words,
): SQL[] {
  return notify(actor === adRequest.sponsorId ? adRequest.influencerId : adRequest.sponsorId, {
    kind: `ad_request_${kind}`,
    subject: `ad_request:${adRequest.id}`,
    period,
    title,
    body,
    path: routes.adRequests.show.href({ adRequestId: adRequest.id }),
    at: now,
  })
}

function nameOf({ sponsorId, sponsor, influencer }: AdRequest, actor: UserId): string {
  return actor === sponsorId ? sponsor.name : influencer.name
}
