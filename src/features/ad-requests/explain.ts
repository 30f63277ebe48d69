import { formatMoney } from '../../shared/money.ts'
import type { Refusal, State } from './ad-request.ts'
import { explainBlocker } from './blocker.ts'

/** A refusal in words for the page of the request, which shows the newer state below. */
export function explain(refusal: Refusal, currency: string): string {
  switch (refusal.kind) {
    case 'closed':
      return closedWords[refusal.state]
    case 'not_your_turn':
      return 'The other side has to answer first.'
    case 'own_offer':
      return 'This is your own offer: the other side has to answer it.'
    case 'answered':
      return 'The other side has answered your offer already, so it cannot be taken back.'
    case 'replaced': {
      const amount = formatMoney(refusal.latest.paymentAmount, currency)
      return `That offer was replaced meanwhile. The latest is offer ${refusal.latest.number}: ${amount}.`
    }
    case 'campaign_changed':
      return 'The campaign was edited since you opened this page. Read its terms again, then accept them.'
    case 'over_budget': {
      const left = formatMoney(refusal.left, currency)
      return `The campaign has ${left} left, which is less than this offer. The request stays open.`
    }
    default:
      return explainBlocker(refusal)
  }
}

const closedWords: Record<Exclude<State, 'pending'>, string> = {
  accepted: 'This request is agreed already.',
  rejected: 'This request was rejected.',
  withdrawn: 'This request was withdrawn.',
  expired: 'The offer has expired, so this request is closed.',
}
