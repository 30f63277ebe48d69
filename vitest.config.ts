import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/bench/**'],
    globalSetup: 'test/support/setup/global-setup.ts',
    setupFiles: 'test/support/setup/random-inputs.ts',
    // Much of a test's time is workerd's and the database's, or waiting: a core left free would stay idle.
    maxWorkers: '100%',
    // A busy machine may need more than a second for what is waited for.
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
