import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'
import { type Stage, startStage } from '../stage/stage.ts'
import type { Variant } from '../stage/variants.ts'
import { approval } from './approval.ts'
import { negotiation } from './negotiation.ts'
import { preparation } from './preparation.ts'
import { type Scene, setScene } from './scene.ts'

/** From signing up to what is agreed. Each test goes on where the one before it ended, as in one afternoon. */
export function theMainJob(variants: readonly Variant[]) {
  let stage: Stage
  beforeAll(async () => {
    stage = await startStage()
  })
  afterEach(() => expect(stage.takeTroubles()).toEqual([]))
  afterAll(() => stage.close())

  describe.each(variants)('$variant: the main job', (variant) => {
    let scene: Scene
    beforeAll(async () => {
      scene = await setScene(stage, variant)
    })
    afterAll(() => scene.leave())

    approval(() => scene)
    preparation(() => scene)
    negotiation(() => scene)
  })
}
