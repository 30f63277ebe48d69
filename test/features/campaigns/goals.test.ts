import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeGoals, type Goal } from '../../../src/features/campaigns/goals/goals.ts'
import { progressOf } from '../../../src/features/campaigns/progress.ts'
import { cents } from '../../../src/shared/money.ts'
import { campaignWith, goalOf, NOW } from './fixtures.ts'

describe('changing goals', () => {
  it('keeps an unchanged goal checked off and reopens a reworded one', () => {
    const before = [goalOf(1, 'Reach 100,000 hikers', NOW), goalOf(2, '500 visits', NOW)]
    const changes = changeGoals(before, ['600 visits', 'Reach 100,000 hikers'])
    expect(changes).toEqual({
      removed: [2],
      moved: [{ id: 1, position: 1 }],
      added: [{ text: '600 visits', position: 0 }],
    })
  })

  it('always results in the given texts in the given order', () => {
    const texts = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'))
    fc.assert(
      fc.property(texts, texts, (first, then) => {
        const before = first.map((text, index) => goalOf(index + 1, text))
        expect(apply(before, then)).toEqual(then)
      }),
    )
  })
})

describe('progress', () => {
  it('counts time, money and goals', () => {
    const campaign = campaignWith({ committed: cents(680_000), paid: cents(200_000) })
    const goals = [goalOf(1, 'a', NOW), goalOf(2, 'b')]
    expect(progressOf(campaign, goals, { agreed: 5, published: 0 }, NOW)).toMatchObject({
      time: { done: 9.5 * 86_400_000, total: 46 * 86_400_000 },
      remaining: 320_000,
      goals: { done: 1, total: 2 },
      deliverables: { done: 0, total: 5 },
    })
  })

  it('counts no time before the first day and all of it after the last', () => {
    const timeAt = (now: number) => progressOf(campaignWith(), [], { agreed: 0, published: 0 }, now).time
    expect(timeAt(Date.parse('2026-09-01T00:00:00Z'))?.done).toBe(0)
    expect(timeAt(Date.parse('2027-09-01T00:00:00Z'))?.done).toBe(46 * 86_400_000)
  })
})

function apply(before: readonly Goal[], texts: readonly string[]): string[] {
  const { removed, moved, added } = changeGoals(before, texts)
  const kept = before
    .filter(({ id }) => !removed.includes(id))
    .map(({ id, text, position }) => ({
      text,
      position: moved.find((one) => one.id === id)?.position ?? position,
    }))
  return [...kept, ...added].sort((a, b) => a.position - b.position).map(({ text }) => text)
}
