import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'
import { type E2eApp, startE2eApp } from '../support/e2e-app.ts'
import type { Variant } from '../support/variants.ts'
import { approval } from './approval.ts'
import { negotiation } from './negotiation.ts'
import { preparation } from './preparation.ts'
import { type Setup, setUp } from './setup.ts'

/** From sign-up to agreement. Each test continues where the previous one ended. */
export function signUpToAgreement(variants: readonly Variant[]) {
  let e2e: E2eApp
  beforeAll(async () => {
    e2e = await startE2eApp()
  })
  afterEach(() => expect(e2e.takeErrors()).toEqual([]))
  afterAll(() => e2e.close())

  describe.each(variants)('$variant: from sign-up to agreement', (variant) => {
    let setup: Setup
    beforeAll(async () => {
      setup = await setUp(e2e, variant)
    })
    afterAll(() => setup.close())

    approval(() => setup)
    preparation(() => setup)
    negotiation(() => setup)
  })
}
