import { describe, expect, it } from 'vitest'
import {
  type Campaign,
  type CampaignState,
  complete,
  explainStep,
  pause,
  phaseOf,
  publish,
  remove,
  resume,
} from '../../../src/features/campaigns/campaign.ts'
import { cents } from '../../../src/shared/money.ts'
import { campaignWith, NOW } from './example.ts'

const states: CampaignState[] = ['draft', 'active', 'paused', 'completed']
const flag = { at: NOW, reason: 'Misleading' }
const over = { endsAt: NOW }

function reached(rule: (campaign: Campaign, now: number) => ReturnType<typeof publish>) {
  return states.map((state) => {
    const step = rule(campaignWith({ state }), NOW)
    return step.ok ? step.value.to : step.refusal.kind
  })
}

describe('the states of a campaign', () => {
  it('leads from draft over active and paused to completed, and nowhere else', () => {
    expect(reached(publish)).toEqual(['active', 'wrong_state', 'wrong_state', 'wrong_state'])
    expect(reached(pause)).toEqual(['wrong_state', 'paused', 'wrong_state', 'wrong_state'])
    expect(reached(resume)).toEqual(['wrong_state', 'wrong_state', 'active', 'wrong_state'])
    expect(reached(complete)).toEqual(['wrong_state', 'completed', 'completed', 'wrong_state'])
  })

  it('refuses to publish a draft that lacks something, and says what', () => {
    const draft = campaignWith({ state: 'draft', brief: '', budget: cents(0) })
    const step = publish(draft, NOW)
    expect(!step.ok && explainStep(step.refusal)).toBe('Still missing: brief, budget.')
  })

  it('lets a flagged campaign neither run nor resume, but lets it end', () => {
    expect(publish(campaignWith({ state: 'draft', flag }), NOW)).toMatchObject({
      refusal: { kind: 'flagged' },
    })
    expect(resume(campaignWith({ state: 'paused', flag }), NOW)).toMatchObject({
      refusal: { kind: 'flagged' },
    })
    expect(pause(campaignWith({ flag }), NOW).ok).toBe(true)
    expect(complete(campaignWith({ flag })).ok).toBe(true)
  })

  it('counts an active campaign as ended from the first moment after its last day', () => {
    expect(phaseOf(campaignWith({ endsAt: NOW + 1 }), NOW)).toBe('active')
    expect(phaseOf(campaignWith(over), NOW)).toBe('ended')
    expect(phaseOf(campaignWith({ ...over, state: 'paused' }), NOW)).toBe('paused')
  })

  it('lets what has ended be completed, but neither paused nor resumed', () => {
    expect(pause(campaignWith(over), NOW)).toMatchObject({ refusal: { kind: 'ended' } })
    expect(resume(campaignWith({ ...over, state: 'paused' }), NOW)).toMatchObject({
      refusal: { kind: 'incomplete' },
    })
    expect(complete(campaignWith(over)).ok).toBe(true)
  })

  it('deletes only what has no agreements', () => {
    expect(remove(0).ok).toBe(true)
    expect(remove(1)).toEqual({ ok: false, refusal: { kind: 'has_agreements' } })
  })
})
