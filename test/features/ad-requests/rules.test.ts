import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accept, open, remainingBudget, stateAt } from '../../../src/features/ad-requests/ad-request.ts'
import { blockerOf, type RequestContext } from '../../../src/features/ad-requests/blocker.ts'
import { dueDateProblem, isUnchanged, otherSide } from '../../../src/features/ad-requests/offer.ts'
import { DAY, HOUR } from '../../../src/shared/time.ts'
import { contextWith, frozen, NOON, opened, proposalOf } from './rule-fixtures.ts'
import { apply, firstOffers, forEveryStep, histories, start } from './simulation.ts'

describe('for every order and timing of actions', () => {
  it('only the other side can accept an offer, and only the latest one, by its number', () => {
    let agreements = 0
    forEveryStep(({ adRequest }, step, _, outcome) => {
      if (step.do !== 'accept' || !outcome?.ok) return
      agreements += 1
      expect(adRequest.latest.madeBy).toBe(otherSide(step.by))
      expect(adRequest.turn).toBe(step.by)
      expect(step.number).toBe(0)
    })
    expect(agreements).toBeGreaterThan(50)
  })

  it('the committed amount never exceeds the budget, and grows by exactly what was agreed', () => {
    forEveryStep((before, step, { adRequest }, outcome) => {
      const { budget, committed } = adRequest.campaign
      expect(committed).toBeLessThanOrEqual(budget)
      expect(committed).toBeGreaterThanOrEqual(0)
      const agreed = step.do === 'accept' && outcome?.ok ? before.adRequest.latest.paymentAmount : 0
      expect(committed - before.adRequest.campaign.committed).toBe(agreed)
    })
  })

  it('offers are only added, numbered without gaps, and never changed', () => {
    fc.assert(
      fc.property(firstOffers, histories, (firstOffer, steps) => {
        let state = start(firstOffer)
        const written = [JSON.stringify(state.offers[0])]
        for (const step of steps) {
          state = apply(state, step)
          for (const offer of state.offers.slice(written.length)) written.push(JSON.stringify(offer))
        }
        expect(state.offers.map((offer) => JSON.stringify(offer))).toEqual(written)
        expect(state.offers.map(({ number }) => number)).toEqual(state.offers.map((_, index) => index + 1))
        expect(state.adRequest.latest).toBe(state.offers.at(-1))
      }),
    )
  })

  it('it is always the turn of the side that did not make the latest offer', () => {
    forEveryStep((before, step, { adRequest }, outcome) => {
      expect(adRequest.turn).toBe(otherSide(adRequest.latest.madeBy))
      if (step.do !== 'propose' || !outcome?.ok) return
      expect(adRequest.turn).toBe(otherSide(step.by))
      const isEdit = before.adRequest.latest.madeBy === step.by
      expect(adRequest.turn === before.adRequest.turn).toBe(isEdit)
    })
  })

  it('nothing changes once the request is closed or has expired', () => {
    let late = 0
    forEveryStep(({ adRequest, now }, _, __, outcome) => {
      const state = stateAt(adRequest, now)
      if (state === 'pending' || !outcome) return
      late += 1
      expect(outcome).toEqual({ ok: false, refusal: { kind: 'closed', state } })
      if (adRequest.state === 'pending') expect(now).toBeGreaterThanOrEqual(adRequest.closesAt)
    })
    expect(late).toBeGreaterThan(100)
  })

  it('an offer is open for 24 hours to 14 days, but never past the end of the campaign', () => {
    forEveryStep(({ adRequest: { campaign }, now }, step, { adRequest: { latest, closesAt } }, outcome) => {
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

  it('accepting works exactly when nothing blocks it', () => {
    forEveryStep(({ adRequest, now }, step, after, outcome) => {
      if (step.do !== 'accept') return
      const { campaign, latest } = adRequest
      const isClear =
        stateAt(adRequest, now) === 'pending' &&
        step.number === 0 &&
        latest.madeBy !== step.by &&
        blockerOf(adRequest, now) === null &&
        dueDateProblem(latest, campaign, now) === null &&
        latest.paymentAmount <= campaign.budget - campaign.committed
      expect(outcome?.ok).toBe(isClear)
      if (outcome?.ok) expect(after.adRequest).toMatchObject({ state: 'accepted', closesAt: now, latest })
    })
  })

  it('no sponsor offers more than the campaign has left, and no offer says what the one before it says', () => {
    let large = 0
    forEveryStep((before, step, { adRequest: { latest } }, outcome) => {
      if (step.do !== 'propose' || !outcome) return
      const left = remainingBudget(before.adRequest.campaign)
      if (!outcome.ok && outcome.refusal.kind === 'offer_over_budget') expect(step.by).toBe('sponsor')
      if (!outcome.ok) return
      if (step.by === 'sponsor') expect(latest.paymentAmount).toBeLessThanOrEqual(left)
      else if (latest.paymentAmount > left) large += 1
      expect(isUnchanged(before.adRequest.latest, step.by, step.proposal)).toBe(false)
    })
    // An influencer can ask for more.
    expect(large).toBeGreaterThan(0)
  })

  it('a refusal changes nothing', () => {
    forEveryStep((before, _, after, outcome) => {
      // The input is frozen, so a rule that changed it would have thrown.
      if (outcome && !outcome.ok) expect(after).toBe(before)
    })
  })
})

describe('many requests of one campaign', () => {
  it('never commit more than its budget together, in any order', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 400_000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 1_000_000 }), (payments, budget) => {
        let { campaign } = contextWith({ budget: budget as RequestContext['campaign']['budget'] })
        let agreed = 0
        for (const [index, payment] of payments.entries()) {
          const context = contextWith(campaign)
          const first = open('influencer', proposalOf(payment), context, NOON)
          if (!first.ok) throw new Error(first.refusal.kind)
          const outcome = accept(frozen(opened(first.value, context, index)), 'sponsor', 1, NOON)
          if (outcome.ok) agreed += payment
          else expect(outcome.refusal).toEqual({ kind: 'over_budget', remaining: remainingBudget(campaign) })
          if (outcome.ok) campaign = outcome.value.campaign
          expect(campaign.committed).toBe(agreed)
          expect(agreed).toBeLessThanOrEqual(budget)
        }
      }),
    )
  })
})
