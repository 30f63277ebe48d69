import { describe, expect, it, test } from 'vitest'
import {
  type AdRequest,
  accept,
  open,
  propose,
  reject,
  withdraw,
} from '../../../src/features/ad-requests/ad-request.ts'
import type { RequestContext } from '../../../src/features/ad-requests/blocker.ts'
import { DEFAULT_LIFETIME, remindersOf } from '../../../src/features/ad-requests/offer.ts'
import { HOUR } from '../../../src/shared/time.ts'
import { contextWith, frozen, NOON, opened, proposalOf, sides } from './rule-fixtures.ts'

describe('a refusal', () => {
  const request = (values: Partial<AdRequest> = {}): AdRequest => {
    const first = open('sponsor', proposalOf(120_000), contextWith(), NOON)
    if (!first.ok) throw new Error(first.refusal.kind)
    return frozen({ ...opened(first.value, contextWith()), ...values })
  }

  it('shows the newer offer to somebody who answers an older one', () => {
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

  it('distinguishes own offers from answered ones', () => {
    expect(accept(request(), 'sponsor', 1, NOON)).toEqual({ ok: false, refusal: { kind: 'own_offer' } })
    expect(reject(request(), 'sponsor', NOON)).toEqual({ ok: false, refusal: { kind: 'own_offer' } })
    expect(withdraw(request(), 'influencer', NOON)).toEqual({ ok: false, refusal: { kind: 'answered' } })
    expect(withdraw(request(), 'sponsor', NOON).ok).toBe(true)
    expect(reject(request(), 'influencer', NOON).ok).toBe(true)
  })

  it('says how much budget is left, and allows spending the last cent', () => {
    const campaign = (committed: number) =>
      contextWith({ committed: committed as 0 & AdRequest['campaign']['committed'] }).campaign
    expect(accept(request({ campaign: campaign(880_001) }), 'influencer', 1, NOON)).toEqual({
      ok: false,
      refusal: { kind: 'over_budget', remaining: 119_999 },
    })
    expect(accept(request({ campaign: campaign(880_000) }), 'influencer', 1, NOON).ok).toBe(true)
  })

  it('says that an offer has expired from the exact millisecond', () => {
    const { closesAt } = request()
    expect(closesAt).toBe(NOON + DEFAULT_LIFETIME * HOUR)
    expect(accept(request(), 'influencer', 1, closesAt - 1).ok).toBe(true)
    expect(accept(request(), 'influencer', 1, closesAt)).toEqual({
      ok: false,
      refusal: { kind: 'closed', state: 'expired' },
    })
  })

  it('says that the campaign has ended, because an offer would expire at once', () => {
    const campaign = contextWith({ endsAt: NOON + HOUR }).campaign
    expect(propose(request({ campaign }), 'influencer', 1, proposalOf(1), NOON + HOUR)).toEqual({
      ok: false,
      refusal: { kind: 'campaign_ended' },
    })
  })
})

test('reminders are due after 50% and 80% of the time', () => {
  expect(remindersOf({ madeAt: NOON, expiresAt: NOON + 100 * HOUR })).toEqual([
    NOON + 50 * HOUR,
    NOON + 80 * HOUR,
  ])
})

describe('opening', () => {
  const blockers: [string, RequestContext][] = [
    ['campaign_flagged', contextWith({ flagged: true })],
    ['campaign_draft', contextWith({ state: 'draft' })],
    ['campaign_paused', contextWith({ state: 'paused' })],
    ['campaign_ended', contextWith({ state: 'completed' })],
    ['campaign_ended', contextWith({ endsAt: NOON })],
    ['sponsor_flagged', { ...contextWith(), sponsor: { name: 'S', active: true, flagged: true } }],
    ['sponsor_suspended', { ...contextWith(), sponsor: { name: 'S', active: false, flagged: false } }],
    ['influencer_flagged', { ...contextWith(), influencer: { name: 'I', active: true, flagged: true } }],
    ['influencer_suspended', { ...contextWith(), influencer: { name: 'I', active: false, flagged: false } }],
  ]

  it.each(blockers)('is refused, and so is accepting: %s', (kind, context) => {
    for (const side of sides) {
      expect(open(side, proposalOf(100), context, NOON)).toEqual({ ok: false, refusal: { kind } })
    }
    const first = open('sponsor', proposalOf(100), contextWith(), NOON - HOUR)
    if (!first.ok) throw new Error(first.refusal.kind)
    const adRequest = frozen(opened(first.value, context))
    expect(accept(adRequest, 'influencer', 1, NOON)).toEqual({ ok: false, refusal: { kind } })
    expect(reject(adRequest, 'influencer', NOON).ok).toBe(true)
    expect(withdraw(adRequest, 'sponsor', NOON).ok).toBe(true)
  })

  it('allows more than the remaining budget, which can grow before the answer', () => {
    expect(open('influencer', proposalOf(9_000_000), contextWith(), NOON).ok).toBe(true)
  })
})
