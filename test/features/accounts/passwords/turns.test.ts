import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LONGEST_WAIT, Turns } from '../../../../src/features/accounts/passwords/in-turn.ts'
import { TooBusy } from '../../../../src/platform/http/errors.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

test('work begins at once, and more work in turn, with a pause after each', async () => {
  const turns = new Turns()
  const begun: [name: string, at: number][] = []
  const start = Date.now()
  const all = ['first', 'second', 'third'].map((name) =>
    turns.run(async () => {
      begun.push([name, Date.now() - start])
      vi.setSystemTime(Date.now() + 100)
      return name
    }),
  )
  await vi.runAllTimersAsync()
  expect(await Promise.all(all)).toEqual(['first', 'second', 'third'])
  expect(begun.map(([name]) => name)).toEqual(['first', 'second', 'third'])
  const pauses = begun.slice(1).map(([, at], index) => at - (begun[index]?.[1] ?? 0) - 100)
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(50)
})

test('whoever would wait too long is told when to come back, and nothing is done for them', async () => {
  const turns = new Turns()
  const work = vi.fn(async () => 'done')
  const all = Promise.allSettled(Array.from({ length: 100 }, () => turns.run(work)))
  expect(() => turns.expectRoom()).toThrow(TooBusy)
  await vi.runAllTimersAsync()
  const refused = (await all).flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  expect(work).toHaveBeenCalledTimes(100 - refused.length)
  expect(refused.length).toBeGreaterThan(50)
  for (const reason of refused) {
    expect(reason).toBeInstanceOf(TooBusy)
    expect(reason.retryAfter * 1_000).toBeGreaterThanOrEqual(LONGEST_WAIT)
  }
  // Afterwards there is room again.
  turns.expectRoom()
})

test('work that fails does not stop the work after it', async () => {
  const turns = new Turns()
  const failing = turns.run(async () => {
    throw new Error('broken')
  })
  const next = turns.run(async () => 'done')
  await expect(failing).rejects.toThrow('broken')
  await vi.runAllTimersAsync()
  expect(await next).toBe('done')
})
