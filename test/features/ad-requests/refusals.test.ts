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
import { explainRefusal } from '../../../src/features/ad-requests/refusal.ts'
import { cents } from '../../../src/shared/money.ts'
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

  it('names what is left to a sponsor who offers more, and lets an influencer ask for more', () => {
    const context = contextWith({ committed: cents(900_000) })
    const over = { ok: false, refusal: { kind: 'offer_over_budget', remaining: 100_000, invited: 1 } }
    expect(open('sponsor', proposalOf(100_001), context, NOON)).toEqual(over)
    expect(open('sponsor', proposalOf(100_000), context, NOON).ok).toBe(true)
    expect(open('influencer', proposalOf(100_001), context, NOON).ok).toBe(true)

    const invited = request({ campaign: context.campaign })
    expect(propose(invited, 'sponsor', 1, proposalOf(100_001), NOON)).toEqual(over)
    expect(propose(invited, 'influencer', 1, proposalOf(100_001), NOON).ok).toBe(true)
  })

  it('counts an offer to several people as often as it is sent', () => {
    const context = contextWith({ committed: cents(900_000) })
    expect(open('sponsor', proposalOf(20_000), context, NOON, 5).ok).toBe(true)
    expect(open('sponsor', proposalOf(20_001), context, NOON, 5)).toMatchObject({
      refusal: { kind: 'offer_over_budget', remaining: 100_000, invited: 5 },
    })
  })

  it('tells only the sponsor what is left', () => {
    const refusals = [
      { kind: 'over_budget', remaining: cents(12_345) },
      { kind: 'offer_over_budget', remaining: cents(12_345), invited: 1 },
    ] as const
    for (const refusal of refusals) {
      expect(Object.values(explainRefusal(refusal, 'sponsor', 'USD')).join()).toContain('$123.45')
    }
    const toInfluencer = explainRefusal(refusals[0], 'influencer', 'USD').form
    expect(toInfluencer).toContain("The sponsor has to raise the campaign's budget")
    expect(toInfluencer).not.toMatch(/\d/)
  })

  it.each([
    // In Los Angeles it is still November 21 then.
    ['the day before in the campaign', '2026-11-20', 'passed'],
    ['that day in the campaign', '2026-11-21', null],
    ['the last day of the campaign', '2026-12-21', null],
    ['after the last day of the campaign', '2026-12-22', 'after_end'],
  ])('looks at due dates in the time zone of the campaign: %s', (_, dueDate, problem) => {
    const context = contextWith({ timeZone: 'America/Los_Angeles' })
    const now = Date.parse('2026-11-22T07:59:00Z')
    const due = { deliverables: [{ kind: 'reel' as const, count: 1, dueDate }] }
    const { latest } = request()
    const refusal = problem === null ? null : { kind: 'due_dates', problem }

    const accepted = accept({ ...request(), ...context, latest: { ...latest, ...due } }, 'influencer', 1, now)
    const countered = propose({ ...request(), ...context }, 'influencer', 1, proposalOf(1, due), now)
    for (const outcome of [accepted, countered, open('sponsor', proposalOf(1, due), context, now)]) {
      expect(outcome.ok ? null : outcome.refusal).toEqual(refusal)
    }
  })

  it('says that nothing changed, in whatever order it is listed', () => {
    const reel = { kind: 'reel', count: 1, dueDate: '2026-12-01' } as const
    const story = { kind: 'story', count: 1, dueDate: '2026-12-02' } as const
    const first = proposalOf(500, {
      deliverables: [{ ...reel, count: 2 }, story],
      usageChannels: ['organic', 'paid_social'],
    })
    const sent = open('sponsor', first, contextWith(), NOON)
    if (!sent.ok) throw new Error(sent.refusal.kind)
    const current = opened(sent.value, contextWith())
    const same = {
      ...first,
      deliverables: [story, reel, reel],
      usageChannels: first.usageChannels.toReversed(),
    }
    const outcome = (side: 'sponsor' | 'influencer', proposal: typeof same) => {
      const result = propose(current, side, 1, proposal, NOON)
      return result.ok ? 'sent' : result.refusal
    }
    expect(outcome('influencer', same)).toEqual({ kind: 'unchanged', mine: false })
    // A message is not a term. It has a thread of its own.
    expect(outcome('influencer', { ...same, message: 'I would love to.', lifetime: 24 })).toMatchObject({
      kind: 'unchanged',
    })
    expect(outcome('sponsor', same)).toEqual({ kind: 'unchanged', mine: true })
    expect(outcome('sponsor', { ...same, message: 'Please answer soon.' })).toBe('sent')
    expect(outcome('sponsor', { ...same, lifetime: 336 })).toBe('sent')
    for (const side of sides) {
      expect(outcome(side, { ...same, deliverables: [story, reel] })).toBe('sent')
      expect(outcome(side, { ...same, usageMonths: 4 })).toBe('sent')
    }
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
