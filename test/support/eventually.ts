import { vi } from 'vitest'

/**
 * Runs an assertion until it holds, and returns what it returns. A busy machine may need more than a second for what is
 * waited for, which is the default of `vi.waitFor`.
 */
export function eventually<Value>(assertion: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(assertion, { timeout: 20_000 })
}
