import { describe, expect, it } from 'vitest'
import {
  type Campaign,
  type CampaignState,
  checkDeletion,
  complete,
  explainStateRefusal,
  pause,
  phaseOf,
  publish,
  resume,
} from '../../../src/features/campaigns/campaign.ts'
import { cents } from '../../../src/shared/money.ts'
import { campaignWith, NOW } from './fixtures.ts'

const states: CampaignState[] = ['draft', 'active', 'paused', 'completed']
const flagged = { flaggedAt: NOW, flagReason: 'Misleading' }
const ended = { endsAt: NOW }

function outcomesOf(rule: (campaign: Campaign, now: number) => ReturnType<typeof publish>) {
  return states.map((state) => {
    const change = rule(campaignWith({ state }), NOW)
    return change.ok ? change.value.to : change.refusal.kind
  })
}

describe('the states of a campaign', () => {
  it('go from draft to active, paused and completed, and nowhere else', () => {
    expect(outcomesOf(publish)).toEqual(['active', 'wrong_state', 'wrong_state', 'wrong_state'])
    expect(outcomesOf(pause)).toEqual(['wrong_state', 'paused', 'wrong_state', 'wrong_state'])
    expect(outcomesOf(resume)).toEqual(['wrong_state', 'wrong_state', 'active', 'wrong_state'])
    expect(outcomesOf(complete)).toEqual(['wrong_state', 'completed', 'completed', 'wrong_state'])
  })

  it('say what is missing when an incomplete draft is published', () => {
    const draft = campaignWith({ state: 'draft', brief: '', budget: cents(0) })
    const change = publish(draft, NOW)
    expect(!change.ok && explainStateRefusal(change.refusal)).toBe('Still missing: brief, budget.')
  })

  it('let a flagged campaign be paused and completed, but not published or resumed', () => {
    expect(publish(campaignWith({ state: 'draft', ...flagged }), NOW)).toMatchObject({
      refusal: { kind: 'flagged' },
    })
    expect(resume(campaignWith({ state: 'paused', ...flagged }), NOW)).toMatchObject({
      refusal: { kind: 'flagged' },
    })
    expect(pause(campaignWith({ ...flagged }), NOW).ok).toBe(true)
    expect(complete(campaignWith({ ...flagged })).ok).toBe(true)
  })

  it('count a published campaign as ended right after its last day, even if it is paused', () => {
    expect(phaseOf(campaignWith({ endsAt: NOW + 1 }), NOW)).toBe('active')
    expect(phaseOf(campaignWith(ended), NOW)).toBe('ended')
    expect(phaseOf(campaignWith({ ...ended, state: 'paused' }), NOW)).toBe('ended')
    expect(phaseOf(campaignWith({ state: 'paused' }), NOW)).toBe('paused')
    expect(phaseOf(campaignWith({ ...ended, state: 'draft' }), NOW)).toBe('draft')
  })

  it('let an ended campaign be completed, but not paused or resumed', () => {
    expect(pause(campaignWith(ended), NOW)).toMatchObject({ refusal: { kind: 'ended' } })
    expect(resume(campaignWith({ ...ended, state: 'paused' }), NOW)).toMatchObject({
      refusal: { kind: 'incomplete' },
    })
    expect(complete(campaignWith(ended)).ok).toBe(true)
  })

  it('allow deletion only without agreements', () => {
    expect(checkDeletion(0).ok).toBe(true)
    expect(checkDeletion(1)).toEqual({ ok: false, refusal: { kind: 'has_agreements' } })
  })
})
