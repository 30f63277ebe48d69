import { type Cents, formatMoney } from '../../shared/money.ts'
import { type Blocker, explainBlocker } from './blocker.ts'
import type { DueDateProblem, Offer, Side } from './offer.ts'
import type { AdRequestRow } from './schema.ts'

export type ClosedState = Exclude<AdRequestRow['state'], 'pending'>

/** Why no request can be opened with an offer. */
export type OpeningRefusal =
  | Blocker
  | { readonly kind: 'due_dates'; readonly problem: DueDateProblem }
  /** A sponsor offers more than the campaign has left, to one or to several people. */
  | { readonly kind: 'offer_over_budget'; readonly remaining: Cents; readonly invited: number }

/** Why an action on a request is refused. */
export type Refusal =
  | { readonly kind: 'closed'; readonly state: ClosedState }
  | { readonly kind: 'not_your_turn' }
  | { readonly kind: 'own_offer' }
  | { readonly kind: 'answered' }
  | { readonly kind: 'replaced'; readonly latest: Offer }
  | { readonly kind: 'campaign_changed' }
  | { readonly kind: 'request_flagged' }
  /** `mine`: an edit of one's own offer. Otherwise it is a counteroffer, and the offer could be accepted. */
  | { readonly kind: 'unchanged'; readonly mine: boolean }
  /** The campaign cannot pay an offer that somebody accepts. */
  | { readonly kind: 'over_budget'; readonly remaining: Cents }
  | OpeningRefusal

/** Form errors by field: what this side may know about it, and what to do. */
export function explainRefusal(refusal: Refusal, side: Side, currency: string): Record<string, string> {
  switch (refusal.kind) {
    case 'offer_over_budget':
      return { paymentAmount: overBudgetText(refusal, currency) }
    default:
      return { form: formError(refusal, side, currency) }
  }
}

/** What is wrong with the latest offer, to whoever reads it. `mine`: the reader made it. */
export function explainDueDates(problem: DueDateProblem, mine: boolean): string {
  const what =
    problem === 'passed'
      ? 'A due date in this offer has passed'
      : "A due date in this offer is after the campaign's last day"
  const next = mine ? 'Edit the offer to set new dates' : 'Make a counteroffer with new dates'
  return `${what}, so it can't be accepted. ${next}.`
}

type FormRefusal = Exclude<Refusal, { kind: 'offer_over_budget' }>

function formError(refusal: FormRefusal, side: Side, currency: string): string {
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
    case 'unchanged':
      return refusal.mine
        ? 'Nothing changed, so your offer stands as it is.'
        : 'Nothing changed. Accept it? To only say something, write a message below.'
    case 'due_dates':
      return explainDueDates(refusal.problem, false)
    case 'over_budget':
      return acceptanceOverBudgetText(refusal.remaining, side, currency)
    default:
      return explainBlocker(refusal)
  }
}

// What is left is the sponsor's to know.
function acceptanceOverBudgetText(remaining: Cents, side: Side, currency: string): string {
  return side === 'sponsor'
    ? `The campaign has ${formatMoney(remaining, currency)} left, which is less than this offer. Raise its budget first, or make a counteroffer. The request stays open.`
    : "The sponsor has to raise the campaign's budget before you can accept this offer. We've told them. The request stays open."
}

function overBudgetText(
  { remaining, invited }: Extract<Refusal, { kind: 'offer_over_budget' }>,
  currency: string,
): string {
  const left = formatMoney(remaining, currency)
  const each = formatMoney(Math.floor(remaining / invited) as Cents, currency)
  return invited === 1
    ? `Your campaign has ${left} left. Offer no more than that, or raise its budget first`
    : `Your campaign has ${left} left, which is ${each} for each of ${invited}. Offer less, invite fewer, or raise its budget first`
}

const closedTexts: Record<ClosedState, string> = {
  accepted: 'This request has already been accepted.',
  rejected: 'This request was rejected.',
  withdrawn: 'This request was withdrawn.',
  expired: 'The offer has expired, so this request is closed.',
}
