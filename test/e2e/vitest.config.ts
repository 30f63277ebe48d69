import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: ['test/support/setup/global-setup.ts', 'test/e2e/support/screenshots.ts'],
    setupFiles: 'test/support/setup/connections.ts',
    // Each file has a Chromium of its own.
    maxWorkers: 3,
    // As in vitest.config.ts.
    isolate: false,
    // A busy machine may need more than a second for what is waited for.
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
