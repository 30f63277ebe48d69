import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Campaign, publish } from '../../../src/features/campaigns/campaign.ts'
import { missingForPublication } from '../../../src/features/campaigns/completeness.ts'
import { edit, explainEdit } from '../../../src/features/campaigns/edit/edit-rules.ts'
import { type Cents, cents } from '../../../src/shared/money.ts'
import { campaignWith, NOW } from './example.ts'

const HOLES: Partial<Campaign>[] = [
  { brief: '' },
  { category: null },
  { niche: null },
  { platforms: [] },
  { deliverables: [] },
  { startDate: null },
  { endDate: null, endsAt: null },
  { endsAt: NOW },
  { budget: cents(0) },
]

describe('what is missing before a campaign can be published', () => {
  it('names each hole once, in the order of the form', () => {
    const holes = Object.assign({}, ...HOLES.filter((hole) => hole.endsAt !== NOW))
    expect(missingForPublication(campaignWith(holes), NOW).map(({ name }) => name)).toEqual([
      'brief',
      'category',
      'niche',
      'platforms',
      'wanted deliverables',
      'start date',
      'end date',
      'budget',
    ])
  })

  it('lets the last day be today, and no day that is over', () => {
    expect(missingForPublication(campaignWith({ endsAt: NOW + 1 }), NOW)).toEqual([])
    expect(missingForPublication(campaignWith({ endsAt: NOW }), NOW)).toMatchObject([{ field: 'endDate' }])
  })

  it('is the only thing that keeps a draft from being published', () => {
    fc.assert(
      fc.property(fc.subarray(HOLES), (holes) => {
        const draft = campaignWith(Object.assign({ state: 'draft' as const }, ...holes))
        expect(publish(draft, NOW).ok).toBe(holes.length === 0)
      }),
    )
  })
})

describe('editing', () => {
  it('takes anything into a draft, and keeps what is published complete', () => {
    const plan = campaignWith({ brief: '', endsAt: NOW - 1 })
    expect(edit(campaignWith({ state: 'draft' }), plan, NOW).ok).toBe(true)
    for (const state of ['active', 'paused'] as const) {
      const edited = edit(campaignWith({ state }), plan, NOW)
      expect(!edited.ok && explainEdit(edited.refusal, 'USD')).toMatchObject({
        brief: 'Say what the campaign is about',
        endDate: 'That day is over: choose today or a later one',
      })
    }
  })

  it('changes nothing in what is completed', () => {
    expect(edit(campaignWith({ state: 'completed' }), campaignWith(), NOW)).toMatchObject({
      refusal: { kind: 'completed' },
    })
  })

  it('says how much is agreed when the budget would go below it', () => {
    const campaign = campaignWith({ committed: cents(250_050) })
    const edited = edit(campaign, campaignWith({ budget: cents(250_049) }), NOW)
    expect(!edited.ok && explainEdit(edited.refusal, 'USD').budget).toContain('$2,500.50')
    expect(edit(campaign, campaignWith({ budget: cents(250_050) }), NOW).ok).toBe(true)
  })

  it('never leaves more committed than the budget, whatever is edited and agreed in whatever order', () => {
    const amount = fc.integer({ min: 0, max: 500_000 }).map(cents)
    const deed = fc.record({ kind: fc.constantFrom('edit', 'agree'), amount })
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
        let campaign = campaignWith()
        for (const { kind, amount } of deeds) {
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
