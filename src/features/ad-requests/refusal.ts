import { type Cents, formatMoney } from '../../shared/money.ts'
import { type Blocker, explainBlocker } from './blocker.ts'
import type { Offer } from './offer.ts'
import type { AdRequestRow } from './schema.ts'

export type ClosedState = Exclude<AdRequestRow['state'], 'pending'>

/** Why an action on a request is refused. */
export type Refusal =
  | { readonly kind: 'closed'; readonly state: ClosedState }
  | { readonly kind: 'not_your_turn' }
  | { readonly kind: 'own_offer' }
  | { readonly kind: 'answered' }
  | { readonly kind: 'replaced'; readonly latest: Offer }
  | { readonly kind: 'campaign_changed' }
  | { readonly kind: 'request_flagged' }
  | { readonly kind: 'over_budget'; readonly remaining: Cents }
  | Blocker

export function explainRefusal(refusal: Refusal, currency: string): string {
  switch (refusal.kind) {
    case 'closed':
      return closedTexts[refusal.state]
    case 'not_your_turn':
      return 'The other side has to answer first.'
    case 'own_offer':
      return 'This is your own offer. The other side has to answer it.'
    case 'answered':
      return "The other side has already answered your offer, so you can't withdraw it."
    case 'replaced': {
      const amount = formatMoney(refusal.latest.paymentAmount, currency)
      return `That offer has since been replaced. The latest is offer ${refusal.latest.number}: ${amount}.`
    }
    case 'campaign_changed':
      return 'The campaign was edited after you opened this page. Read its terms again, then accept the offer.'
    case 'request_flagged':
      return 'An admin flagged this request. Offers, acceptance and messages have to wait until that is decided.'
    case 'over_budget': {
      const remaining = formatMoney(refusal.remaining, currency)
      return `The campaign has ${remaining} left, which is less than this offer. The request stays open.`
    }
    default:
      return explainBlocker(refusal)
  }
}

const closedTexts: Record<ClosedState, string> = {
  accepted: 'This request has already been accepted.',
  rejected: 'This request was rejected.',
  withdrawn: 'This request was withdrawn.',
  expired: 'The offer has expired, so this request is closed.',
}
