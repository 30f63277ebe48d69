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
  contextWith,
  frozen,
  happenings,
  moves,
  NOON,
  opened,
  proposals,
  type Step,
  sides,
} from './rule-fixtures.ts'

/** One request and what stands around it; everything in it is frozen. */
export interface World {
  readonly adRequest: AdRequest
  readonly offers: readonly Offer[]
  readonly now: number
}

export const beginnings = fc.record({ by: fc.constantFrom(...sides), proposal: proposals })
export const plays = fc.array(
  fc.oneof({ weight: 5, arbitrary: moves }, { weight: 2, arbitrary: happenings }),
  {
    maxLength: 40,
  },
)

export function begin({ by, proposal }: { by: Side; proposal: Proposal }): World {
  const first = open(by, proposal, contextWith(), NOON)
  if (!first.ok) throw new Error(first.refusal.kind)
  return frozen({ adRequest: opened(first.value, contextWith()), offers: [first.value], now: NOON })
}

function attempt({ adRequest, now }: World, step: Step): Result<AdRequest, Refusal> | null {
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

/** What happens around a request, as the campaign's and the people's own rules allow it. */
function happen({ adRequest, now, ...rest }: World, step: Step): World {
  const { campaign, influencer, sponsor } = adRequest
  const around = (context: Partial<RequestContext>): World => ({
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
        : around({ campaign: { ...campaign, budget: step.budget } })
    case 'campaign':
      return around({ campaign: { ...campaign, state: step.state, flagged: step.flagged } })
    case 'people':
      return around({
        sponsor: { ...sponsor, active: step.sponsor },
        influencer: { ...influencer, active: step.influencer, flagged: step.flagged },
      })
    case 'end':
      return around({ campaign: { ...campaign, endsAt: now + step.inTime } })
    default:
      return { ...rest, adRequest, now }
  }
}

/** Plays a step and gives the world after it. */
export function play(world: World, step: Step): World {
  const outcome = attempt(world, step)
  if (!outcome) return frozen(happen(world, step))
  if (!outcome.ok) return world
  const { latest } = outcome.value
  const offers = latest === world.adRequest.latest ? world.offers : [...world.offers, latest]
  return frozen({ ...world, adRequest: outcome.value, offers })
}

/** Plays random steps and looks at each of them: the world before, what was tried, what it came to. */
export function always(
  look: (before: World, step: Step, after: World, outcome: ReturnType<typeof attempt>) => void,
): void {
  fc.assert(
    fc.property(beginnings, plays, (beginning, steps) => {
      let world = begin(beginning)
      for (const step of steps) {
        const outcome = attempt(world, step)
        const next = play(world, step)
        look(world, step, next, outcome)
        world = next
      }
    }),
    { numRuns: 400 },
  )
}
