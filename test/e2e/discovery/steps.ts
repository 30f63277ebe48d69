import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'
import { type E2eApp, startE2eApp } from '../support/e2e-app.ts'
import type { Variant } from '../support/variants.ts'
import { applying } from './applying.ts'
import { choosing } from './choosing.ts'
import { finding } from './finding.ts'
import { createInfluencers } from './influencers.ts'
import { returning } from './returning.ts'
import { type Setup, setUp } from './setup.ts'
import { typing } from './typing.ts'
import { visiting } from './visiting.ts'

/** From browsing to applying and inviting. Each test continues where the previous one ended. */
export function discovery(variants: readonly Variant[]) {
  let e2e: E2eApp
  beforeAll(async () => {
    e2e = await startE2eApp()
    await createInfluencers(e2e.app)
  })
  afterEach(() => expect(e2e.takeErrors()).toEqual([]))
  afterAll(() => e2e.close())

  describe.each(variants)('$variant: discovery', (variant) => {
    let setup: Setup
    beforeAll(async () => {
      setup = await setUp(e2e, variant)
    })
    afterAll(() => setup.close())

    finding(() => setup)
    choosing(() => setup)
    returning(() => setup)
    applying(() => setup)
    visiting(() => setup)
    // The same at any width.
    if (variant.javaScript && variant.width === 1280) typing(() => setup)
  })
}
