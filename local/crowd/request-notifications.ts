import { otherSide, type Side } from '../../src/features/ad-requests/offer.ts'
import type { notifications } from '../../src/features/notifications/schema.ts'
import { routes } from '../../src/routes.ts'
import { formatMoney } from '../../src/shared/money.ts'
import { DAY, HOUR } from '../../src/shared/time.ts'
import type { Act, Negotiation } from './negotiation.ts'
import type { Random } from './random.ts'
import { CURRENCY } from './world.ts'

export type NewNotificationRow = typeof notifications.$inferInsert

/** What the two sides were told in the last weeks; older notifications are nobody's business any more. */
export function notificationsOf(negotiation: Negotiation, now: number, random: Random): NewNotificationRow[] {
  return tellings(negotiation)
    .filter(({ at }) => at > now - KEPT)
    .map(({ to, kind, title, at }) => ({
      userId: negotiation.userOf(to),
      kind: `ad_request_${kind}`,
      title,
      path: routes.adRequests.show.href({ adRequestId: negotiation.adRequest.id }),
      createdAt: at,
      readAt: readAt(negotiation, to, at, now, random),
    }))
}

const KEPT = 30 * DAY

type OfferNotification =
  | 'invitation'
  | 'application'
  | 'offer'
  | 'accepted'
  | 'rejected'
  | 'withdrawn'
  | 'message'

interface Telling {
  readonly to: Side
  readonly kind: OfferNotification
  readonly title: string
  readonly at: number
}

function tellings(negotiation: Negotiation): Telling[] {
  const { name } = negotiation.pair.campaign
  const acts = negotiation.acts.flatMap((act) =>
    act.by
      ? [
          {
            to: otherSide(act.by),
            kind: kindOf(negotiation, act),
            title: titleOf(negotiation, act, act.by),
            at: act.at,
          },
        ]
      : [],
  )
  const messages = negotiation.messages.map(({ by, at }) => ({
    to: otherSide(by),
    kind: 'message' as const,
    title: `${nameOf(negotiation, by)} wrote about ${name}`,
    at,
  }))
  return [...acts, ...messages]
}

function kindOf({ pair }: Negotiation, { kind }: Act): OfferNotification {
  if (kind === 'opened') return pair.origin
  return kind === 'accepted' || kind === 'rejected' || kind === 'withdrawn' ? kind : 'offer'
}

function titleOf(negotiation: Negotiation, { kind, offer }: Act, by: Side): string {
  const { name } = negotiation.pair.campaign
  const who = nameOf(negotiation, by)
  const amount = formatMoney(offer.paymentAmount, CURRENCY)
  switch (kind) {
    case 'opened':
      return by === 'sponsor'
        ? `${who} invites you to ${name}: ${amount}`
        : `${who} applies to ${name} and asks for ${amount}`
    case 'accepted':
      return `${who} agreed to ${amount} on ${name}`
    case 'rejected':
      return `${who} said no on ${name}`
    case 'withdrawn':
      return `${who} took back the offer on ${name}`
    default:
      return `${who} ${by === 'influencer' ? 'asks for' : 'offers'} ${amount} on ${name}`
  }
}

function nameOf({ pair }: Negotiation, side: Side): string {
  return side === 'sponsor' ? pair.campaign.sponsor.company : pair.influencer.name.full
}

/** Whoever acted on it has read it; of the others, most have read what is some days old. */
function readAt({ acts }: Negotiation, to: Side, at: number, now: number, random: Random): number | null {
  const acted = acts.find((act) => act.by === to && act.at >= at)
  if (acted) return acted.at
  const seen = at + Math.floor(random.between(0.2, 20) * HOUR)
  return seen < now && random.chance(now - at > 3 * DAY ? 0.95 : 0.7) ? seen : null
}
