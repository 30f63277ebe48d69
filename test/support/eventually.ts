import { vi } from 'vitest'

/** Repeats an assertion until it passes. `vi.waitFor` alone gives up after one second, too soon on a busy machine. */
export function eventually<Value>(assertion: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(assertion, { timeout: 20_000 })
}
