import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'
import { type Stage, startStage } from '../stage/stage.ts'
import type { Variant } from '../stage/variants.ts'
import { applying } from './applying.ts'
import { choosing } from './choosing.ts'
import { gatherCrowd } from './crowd.ts'
import { finding } from './finding.ts'
import { returning } from './returning.ts'
import { type Scene, setScene } from './scene.ts'
import { typing } from './typing.ts'
import { visiting } from './visiting.ts'

/** From looking around to asking for work, or for somebody's. Each test goes on where the one before it ended. */
export function discovery(variants: readonly Variant[]) {
  let stage: Stage
  beforeAll(async () => {
    stage = await startStage()
    await gatherCrowd(stage.app)
  })
  afterEach(() => expect(stage.takeTroubles()).toEqual([]))
  afterAll(() => stage.close())

  describe.each(variants)('$variant: discovery', (variant) => {
    let scene: Scene
    beforeAll(async () => {
      scene = await setScene(stage, variant)
    })
    afterAll(() => scene.leave())

    finding(() => scene)
    choosing(() => scene)
    returning(() => scene)
    applying(() => scene)
    visiting(() => scene)
    // The same at any width.
    if (variant.javaScript && variant.width === 1280) typing(() => scene)
  })
}
