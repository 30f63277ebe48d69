import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'
import { type E2eApp, startE2eApp } from '../support/e2e-app.ts'
import { desk, keyboardDesk, plainPhone } from '../support/variants.ts'
import { approvals } from './approvals.ts'
import { audit } from './audit.ts'
import { reportedProfile } from './case.ts'
import { addReasonTemplates, type Setup, setUp } from './setup.ts'
import { suspension } from './suspension.ts'

let e2e: E2eApp
beforeAll(async () => {
  e2e = await startE2eApp()
  await addReasonTemplates(e2e)
})
afterEach(() => expect(e2e.takeErrors()).toEqual([]))
afterAll(() => e2e.close())

// Each test continues where the previous one ended. `every-page` checks axe's rules on the same pages.
describe.each([{ ...desk, axe: 'nothing' as const }, plainPhone, keyboardDesk])(
  "$variant: a moderator's day",
  (variant) => {
    let setup: Setup
    beforeAll(async () => {
      setup = await setUp(e2e, variant)
    })
    afterAll(() => setup.close())

    approvals(() => setup)
    reportedProfile(() => setup)
    suspension(() => setup)
    audit(() => setup)
  },
)
