import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/bench/**'],
    globalSetup: 'test/support/setup/global-setup.ts',
    setupFiles: ['test/support/setup/connections.ts', 'test/support/setup/random-inputs.ts'],
    // Half of a test's time is spent waiting for workerd.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // Loading the modules again for each file took a quarter of the time. A test must put back what it changes globally.
    isolate: false,
    // A busy machine may need more than a second for what is waited for.
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
