import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Campaign, publish } from '../../../src/features/campaigns/campaign.ts'
import { missingForPublication } from '../../../src/features/campaigns/completeness.ts'
import { create, edit, explainEditRefusal } from '../../../src/features/campaigns/edit/edit.ts'
import { type Cents, cents } from '../../../src/shared/money.ts'
import { addDays, dayAt } from '../../../src/shared/time.ts'
import { campaignWith, NOW } from './fixtures.ts'

const GAPS: Partial<Campaign>[] = [
  { brief: '' },
  { category: null },
  { niche: null },
  { platforms: [] },
  { wantedDeliverables: [] },
  { startDate: null },
  { endDate: null, endsAt: null },
  { endsAt: NOW },
  { budget: cents(0) },
]

describe('what is missing before a campaign can be published', () => {
  it('is listed once each, in the order of the form', () => {
    const gaps = Object.assign({}, ...GAPS.filter((gap) => gap.endsAt !== NOW))
    expect(missingForPublication(campaignWith(gaps), NOW).map(({ name }) => name)).toEqual([
      'brief',
      'category',
      'niche',
      'platforms',
      'deliverables',
      'start date',
      'end date',
      'budget',
    ])
  })

  it('accepts an end date of today, but not an earlier one', () => {
    expect(missingForPublication(campaignWith({ endsAt: NOW + 1 }), NOW)).toEqual([])
    expect(missingForPublication(campaignWith({ endsAt: NOW }), NOW)).toMatchObject([{ field: 'endDate' }])
  })

  it('is the only thing that stops a draft from being published', () => {
    fc.assert(
      fc.property(fc.subarray(GAPS), (gaps) => {
        const draft = campaignWith(Object.assign({ state: 'draft' as const }, ...gaps))
        expect(publish(draft, NOW).ok).toBe(gaps.length === 0)
      }),
    )
  })
})

describe('editing', () => {
  it('allows anything in a draft, but keeps a published campaign complete', () => {
    const plan = campaignWith({ brief: '', endsAt: NOW - 1 })
    expect(edit(campaignWith({ state: 'draft' }), plan, NOW).ok).toBe(true)
    for (const state of ['active', 'paused'] as const) {
      const edited = edit(campaignWith({ state }), plan, NOW)
      expect(!edited.ok && explainEditRefusal(edited.refusal, 'USD')).toMatchObject({
        brief: 'Describe the campaign',
        endDate: "This day is over in the campaign's time zone. Choose a later date",
      })
    }
  })

  it('is refused once the campaign is completed', () => {
    expect(edit(campaignWith({ state: 'completed' }), campaignWith(), NOW)).toMatchObject({
      refusal: { kind: 'completed' },
    })
  })

  it('says how much is committed when the budget would go below it', () => {
    const campaign = campaignWith({ committed: cents(250_050) })
    const edited = edit(campaign, campaignWith({ budget: cents(250_049) }), NOW)
    expect(!edited.ok && explainEditRefusal(edited.refusal, 'USD').budget).toContain('$2,500.50')
    expect(edit(campaign, campaignWith({ budget: cents(250_050) }), NOW).ok).toBe(true)
  })

  it('never commits more than the budget, in any order of edits and agreements', () => {
    const amount = fc.integer({ min: 0, max: 500_000 }).map(cents)
    const action = fc.record({ kind: fc.constantFrom('edit', 'agree'), amount })
    fc.assert(
      fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
        let campaign = campaignWith()
        for (const { kind, amount } of actions) {
          campaign = kind === 'edit' ? withBudget(campaign, amount) : withAgreement(campaign, amount)
          expect(campaign.committed).toBeLessThanOrEqual(campaign.budget)
        }
      }),
    )
  })
})

function withBudget(campaign: Campaign, budget: Cents): Campaign {
  const edited = edit(campaign, { ...campaign, budget }, NOW)
  return edited.ok ? { ...campaign, ...edited.value } : campaign
}

function withAgreement(campaign: Campaign, amount: Cents): Campaign {
  const committed = cents(campaign.committed + amount)
  return committed <= campaign.budget ? { ...campaign, committed } : campaign
}

describe('a day that is over', () => {
  const zones = ['UTC', 'Pacific/Auckland', 'America/Los_Angeles']

  it.each(zones)('cannot be chosen for a new campaign, in %s', (timeZone) => {
    const today = dayAt(NOW, timeZone)
    for (const [away, isAllowed] of [
      [-400, false],
      [-2, false],
      [0, true],
      [1, true],
    ] as const) {
      const startDate = addDays(today, away)
      const plan = { ...campaignWith(), startDate, endDate: addDays(startDate, 3), timeZone }
      expect(create(plan, NOW).ok, startDate).toBe(isAllowed)
    }
  })

  it('is named at each field that has one', () => {
    const plan = { ...campaignWith(), startDate: '2020-01-01', endDate: '2020-01-02' }
    const created = create(plan, NOW)
    expect(created).toEqual({ ok: false, refusal: { kind: 'past_days', fields: ['startDate', 'endDate'] } })
    if (created.ok) return
    expect(explainEditRefusal(created.refusal, 'USD')).toEqual({
      startDate: "This day is over in the campaign's time zone. Choose a later date",
      endDate: "This day is over in the campaign's time zone. Choose a later date",
    })
  })

  it('stays where it was chosen before, because a campaign that runs began in the past', () => {
    const running = campaignWith({ startDate: addDays(dayAt(NOW, 'UTC'), -30) })
    expect(edit(running, { ...running, brief: 'Another brief.' }, NOW).ok).toBe(true)
    const earlier = { ...running, startDate: addDays(dayAt(NOW, 'UTC'), -31) }
    expect(edit(running, earlier, NOW)).toMatchObject({ ok: false, refusal: { fields: ['startDate'] } })
  })
})
