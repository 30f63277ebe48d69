import fc from 'fast-check'
import {
  type AdRequest,
  accept,
  open,
  propose,
  reject,
  withdraw,
} from '../../../src/features/ad-requests/ad-request.ts'
import type { RequestContext } from '../../../src/features/ad-requests/blocker.ts'
import type { Offer, Proposal, Side } from '../../../src/features/ad-requests/offer.ts'
import type { Refusal } from '../../../src/features/ad-requests/refusal.ts'
import type { Result } from '../../../src/shared/result.ts'
import {
  actions,
  changes,
  contextWith,
  frozen,
  NOON,
  opened,
  proposalsUpTo,
  type Step,
  sides,
} from './rule-fixtures.ts'

/** One request with its offers, deeply frozen. */
export interface State {
  readonly adRequest: AdRequest
  readonly offers: readonly Offer[]
  readonly now: number
}

/** Within the campaign's budget. */
export const firstOffers = fc.record({ by: fc.constantFrom(...sides), proposal: proposalsUpTo(700_000) })
export const histories = fc.array(
  fc.oneof({ weight: 5, arbitrary: actions }, { weight: 2, arbitrary: changes }),
  {
    maxLength: 40,
  },
)

export function start({ by, proposal }: { by: Side; proposal: Proposal }): State {
  const first = open(by, proposal, contextWith(), NOON)
  if (!first.ok) throw new Error(first.refusal.kind)
  return frozen({ adRequest: opened(first.value, contextWith()), offers: [first.value], now: NOON })
}

function attempt({ adRequest, now }: State, step: Step): Result<AdRequest, Refusal> | null {
  switch (step.do) {
    case 'propose':
      return propose(adRequest, step.by, adRequest.latest.number + step.number, step.proposal, now)
    case 'accept':
      return accept(adRequest, step.by, adRequest.latest.number + step.number, now)
    case 'reject':
      return reject(adRequest, step.by, now)
    case 'withdraw':
      return withdraw(adRequest, step.by, now)
    default:
      return null
  }
}

/** A change of the campaign or the people, within their own rules. */
function change({ adRequest, now, ...rest }: State, step: Step): State {
  const { campaign, influencer, sponsor } = adRequest
  const withContext = (context: Partial<RequestContext>): State => ({
    ...rest,
    now,
    adRequest: { ...adRequest, ...context },
  })
  switch (step.do) {
    case 'wait':
      return { ...rest, adRequest, now: now + step.time }
    case 'budget':
      return step.budget < campaign.committed
        ? { ...rest, adRequest, now }
        : withContext({ campaign: { ...campaign, budget: step.budget } })
    case 'campaign':
      return withContext({ campaign: { ...campaign, state: step.state, flagged: step.flagged } })
    case 'people':
      return withContext({
        sponsor: { ...sponsor, active: step.sponsor },
        influencer: { ...influencer, active: step.influencer, flagged: step.flagged },
      })
    case 'end':
      return withContext({ campaign: { ...campaign, endsAt: now + step.inTime } })
    default:
      return { ...rest, adRequest, now }
  }
}

/** Applies a step and returns the new state. */
export function apply(state: State, step: Step): State {
  const outcome = attempt(state, step)
  if (!outcome) return frozen(change(state, step))
  if (!outcome.ok) return state
  const { latest } = outcome.value
  const offers = latest === state.adRequest.latest ? state.offers : [...state.offers, latest]
  return frozen({ ...state, adRequest: outcome.value, offers })
}

/** Checks random steps: the state before, the step, the state after and the rule's result. */
export function forEveryStep(
  check: (before: State, step: Step, after: State, outcome: ReturnType<typeof attempt>) => void,
): void {
  fc.assert(
    fc.property(firstOffers, histories, (firstOffer, steps) => {
      let state = start(firstOffer)
      for (const step of steps) {
        const outcome = attempt(state, step)
        const next = apply(state, step)
        check(state, step, next, outcome)
        state = next
      }
    }),
    { numRuns: 500 },
  )
}
