import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AdRequest,
  accept,
  leftOf,
  type Offer,
  open,
  otherSide,
  propose,
  type Refusal,
  reject,
  remindersOf,
  stateAt,
  withdraw,
} from '../../src/ad-requests/ad-request.ts'
import { obstacleTo, type Situation } from '../../src/ad-requests/obstacle.ts'
import type { Result } from '../../src/shared/result.ts'
import { DAY, HOUR } from '../../src/shared/time.ts'
import {
  clearSituation,
  frozen,
  happenings,
  moves,
  NOON,
  opened,
  proposalOf,
  proposals,
  type Step,
  sides,
} from './world.ts'

/** One request and what stands around it; everything in it is frozen. */
interface World {
  readonly adRequest: AdRequest
  readonly offers: readonly Offer[]
  readonly now: number
}

const beginnings = fc.record({ by: fc.constantFrom(...sides), proposal: proposals })
const plays = fc.array(fc.oneof({ weight: 5, arbitrary: moves }, { weight: 2, arbitrary: happenings }), {
  maxLength: 40,
})

function begin({
  by,
  proposal,
}: {
  by: (typeof sides)[number]
  proposal: Parameters<typeof open>[1]
}): World {
  const first = open(by, proposal, clearSituation(), NOON)
  if (!first.ok) throw new Error(first.refusal.kind)
  return frozen({ adRequest: opened(first.value, clearSituation()), offers: [first.value], now: NOON })
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
  const around = (situation: Partial<Situation>): World => ({
    ...rest,
    now,
    adRequest: { ...adRequest, ...situation },
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
function play(world: World, step: Step): World {
  const outcome = attempt(world, step)
  if (!outcome) return frozen(happen(world, step))
  if (!outcome.ok) return world
  const { latest } = outcome.value
  const offers = latest === world.adRequest.latest ? world.offers : [...world.offers, latest]
  return frozen({ ...world, adRequest: outcome.value, offers })
}

/** Plays random steps and looks at each of them: the world before, what was tried, what it came to. */
function always(
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

describe('whatever both sides do, in whatever order and at whatever time', () => {
  it('nobody accepts an offer of their own, and only the latest one, named by its number', () => {
    let agreements = 0
    always(({ adRequest }, step, _, outcome) => {
      if (step.do !== 'accept' || !outcome?.ok) return
      agreements += 1
      expect(adRequest.latest.madeBy).toBe(otherSide(step.by))
      expect(adRequest.turn).toBe(step.by)
      expect(step.number).toBe(0)
    })
    expect(agreements).toBeGreaterThan(50)
  })

  it('never more is committed than the budget, and by exactly the amount that was agreed', () => {
    always((before, step, { adRequest }, outcome) => {
      const { budget, committed } = adRequest.campaign
      expect(committed).toBeLessThanOrEqual(budget)
      expect(committed).toBeGreaterThanOrEqual(0)
      const agreed = step.do === 'accept' && outcome?.ok ? before.adRequest.latest.paymentAmount : 0
      expect(committed - before.adRequest.campaign.committed).toBe(agreed)
    })
  })

  it('offers are only added, numbered 1 to n without a gap, and never changed', () => {
    fc.assert(
      fc.property(beginnings, plays, (beginning, steps) => {
        let world = begin(beginning)
        const written = [JSON.stringify(world.offers[0])]
        for (const step of steps) {
          world = play(world, step)
          for (const offer of world.offers.slice(written.length)) written.push(JSON.stringify(offer))
        }
        expect(world.offers.map((offer) => JSON.stringify(offer))).toEqual(written)
        expect(world.offers.map(({ number }) => number)).toEqual(world.offers.map((_, index) => index + 1))
        expect(world.adRequest.latest).toBe(world.offers.at(-1))
      }),
    )
  })

  it('it is always the move of the side that did not make the latest offer', () => {
    always((before, step, { adRequest }, outcome) => {
      expect(adRequest.turn).toBe(otherSide(adRequest.latest.madeBy))
      if (step.do !== 'propose' || !outcome?.ok) return
      expect(adRequest.turn).toBe(otherSide(step.by))
      const isEdit = before.adRequest.latest.madeBy === step.by
      expect(adRequest.turn === before.adRequest.turn).toBe(isEdit)
    })
  })

  it('nothing happens any more once it is closed or the clock has run out', () => {
    let late = 0
    always(({ adRequest, now }, _, __, outcome) => {
      const state = stateAt(adRequest, now)
      if (state === 'pending' || !outcome) return
      late += 1
      expect(outcome).toEqual({ ok: false, refusal: { kind: 'closed', state } })
      if (adRequest.state === 'pending') expect(now).toBeGreaterThanOrEqual(adRequest.closesAt)
    })
    expect(late).toBeGreaterThan(100)
  })

  it('an offer stands between 24 hours and 14 days, but never past the end of the campaign', () => {
    always(({ adRequest: { campaign }, now }, step, { adRequest: { latest, closesAt } }, outcome) => {
      if (step.do !== 'propose' || !outcome?.ok) return
      const time = latest.expiresAt - latest.madeAt
      expect(latest.madeAt).toBe(now)
      expect(closesAt).toBe(latest.expiresAt)
      expect(time).toBeGreaterThan(0)
      expect(time).toBeLessThanOrEqual(14 * DAY)
      expect(latest.expiresAt).toBeLessThanOrEqual(campaign.endsAt ?? Number.POSITIVE_INFINITY)
      if (latest.expiresAt !== campaign.endsAt) {
        expect(time).toBe(step.proposal.lifetime * HOUR)
        expect(time).toBeGreaterThanOrEqual(24 * HOUR)
      }
    })
  })

  it('an agreement comes about exactly when nothing is in its way', () => {
    always(({ adRequest, now }, step, after, outcome) => {
      if (step.do !== 'accept') return
      const { campaign, latest } = adRequest
      const isClear =
        stateAt(adRequest, now) === 'pending' &&
        step.number === 0 &&
        latest.madeBy !== step.by &&
        obstacleTo(adRequest, now) === null &&
        latest.paymentAmount <= campaign.budget - campaign.committed
      expect(outcome?.ok).toBe(isClear)
      if (outcome?.ok) expect(after.adRequest).toMatchObject({ state: 'accepted', closesAt: now, latest })
    })
  })

  it('a refusal leaves everything as it was', () => {
    always((before, _, after, outcome) => {
      // What was given is frozen, so a rule that changed it would have thrown.
      if (outcome && !outcome.ok) expect(after).toBe(before)
    })
  })
})

describe('many requests of one campaign', () => {
  it('together never commit more than its budget, whoever agrees in whatever order', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 400_000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 1_000_000 }), (payments, budget) => {
        let { campaign } = clearSituation({ budget: budget as Situation['campaign']['budget'] })
        let agreed = 0
        for (const [index, payment] of payments.entries()) {
          const situation = clearSituation(campaign)
          const first = open('sponsor', proposalOf(payment), situation, NOON)
          if (!first.ok) throw new Error(first.refusal.kind)
          const outcome = accept(frozen(opened(first.value, situation, index)), 'influencer', 1, NOON)
          if (outcome.ok) agreed += payment
          else expect(outcome.refusal).toEqual({ kind: 'over_budget', left: leftOf(campaign) })
          if (outcome.ok) campaign = outcome.value.campaign
          expect(campaign.committed).toBe(agreed)
          expect(agreed).toBeLessThanOrEqual(budget)
        }
      }),
    )
  })
})

describe('each rule says why it refuses', () => {
  const request = (values: Partial<AdRequest> = {}): AdRequest => {
    const first = open('sponsor', proposalOf(120_000), clearSituation(), NOON)
    if (!first.ok) throw new Error(first.refusal.kind)
    return frozen({ ...opened(first.value, clearSituation()), ...values })
  }

  it('names the newer offer to one who answers an older one', () => {
    const edited = propose(request(), 'sponsor', 1, proposalOf(90_000), NOON)
    if (!edited.ok) throw new Error(edited.refusal.kind)
    const { latest } = edited.value
    expect(accept(edited.value, 'influencer', 1, NOON)).toEqual({
      ok: false,
      refusal: { kind: 'replaced', latest },
    })
    expect(propose(edited.value, 'influencer', 1, proposalOf(1), NOON)).toEqual({
      ok: false,
      refusal: { kind: 'replaced', latest },
    })
  })

  it('tells own offers and answered ones apart', () => {
    expect(accept(request(), 'sponsor', 1, NOON)).toEqual({ ok: false, refusal: { kind: 'own_offer' } })
    expect(reject(request(), 'sponsor', NOON)).toEqual({ ok: false, refusal: { kind: 'own_offer' } })
    expect(withdraw(request(), 'influencer', NOON)).toEqual({ ok: false, refusal: { kind: 'answered' } })
    expect(withdraw(request(), 'sponsor', NOON).ok).toBe(true)
    expect(reject(request(), 'influencer', NOON).ok).toBe(true)
  })

  it('says how much is left where the budget does not suffice, and takes the last cent of it', () => {
    const campaign = (committed: number) =>
      clearSituation({ committed: committed as 0 & AdRequest['campaign']['committed'] }).campaign
    expect(accept(request({ campaign: campaign(880_001) }), 'influencer', 1, NOON)).toEqual({
      ok: false,
      refusal: { kind: 'over_budget', left: 119_999 },
    })
    expect(accept(request({ campaign: campaign(880_000) }), 'influencer', 1, NOON).ok).toBe(true)
  })

  it('ends an offer at the very millisecond, not before', () => {
    const { closesAt } = request()
    expect(closesAt).toBe(NOON + 72 * HOUR)
    expect(accept(request(), 'influencer', 1, closesAt - 1).ok).toBe(true)
    expect(accept(request(), 'influencer', 1, closesAt)).toEqual({
      ok: false,
      refusal: { kind: 'closed', state: 'expired' },
    })
  })

  it('makes no offer in a campaign that has ended meanwhile, since it would be over at once', () => {
    const campaign = clearSituation({ endsAt: NOON + HOUR }).campaign
    expect(propose(request({ campaign }), 'influencer', 1, proposalOf(1), NOON + HOUR)).toEqual({
      ok: false,
      refusal: { kind: 'campaign_ended' },
    })
  })

  it('reminds at half and at 80 % of the time', () => {
    expect(remindersOf({ madeAt: NOON, expiresAt: NOON + 100 * HOUR })).toEqual([
      NOON + 50 * HOUR,
      NOON + 80 * HOUR,
    ])
  })
})

describe('opening', () => {
  const obstacles: [string, Situation][] = [
    ['campaign_flagged', clearSituation({ flagged: true })],
    ['campaign_draft', clearSituation({ state: 'draft' })],
    ['campaign_paused', clearSituation({ state: 'paused' })],
    ['campaign_ended', clearSituation({ state: 'completed' })],
    ['campaign_ended', clearSituation({ endsAt: NOON })],
    ['sponsor_suspended', { ...clearSituation(), sponsor: { name: 'S', active: false } }],
    ['influencer_flagged', { ...clearSituation(), influencer: { name: 'I', active: true, flagged: true } }],
    [
      'influencer_suspended',
      { ...clearSituation(), influencer: { name: 'I', active: false, flagged: false } },
    ],
  ]

  it.each(obstacles)('is refused, and so is an agreement: %s', (kind, situation) => {
    for (const side of sides) {
      expect(open(side, proposalOf(100), situation, NOON)).toEqual({ ok: false, refusal: { kind } })
    }
    const first = open('sponsor', proposalOf(100), clearSituation(), NOON - HOUR)
    if (!first.ok) throw new Error(first.refusal.kind)
    const adRequest = frozen(opened(first.value, situation))
    expect(accept(adRequest, 'influencer', 1, NOON)).toEqual({ ok: false, refusal: { kind } })
    expect(reject(adRequest, 'influencer', NOON).ok).toBe(true)
    expect(withdraw(adRequest, 'sponsor', NOON).ok).toBe(true)
  })

  it('takes offers of more than the budget has left: there may be room by the time of the answer', () => {
    expect(open('influencer', proposalOf(9_000_000), clearSituation(), NOON).ok).toBe(true)
  })
})
