import type { Player } from '../stage/player.ts'
import type { Stage } from '../stage/stage.ts'
import type { Variant } from '../stage/variants.ts'

/** Who plays the main job, each with a browser of its own, and what their things are called. */
export type Scene = Awaited<ReturnType<typeof setScene>>

export async function setScene(stage: Stage, variant: Variant) {
  const name = variant.variant
  const players: Player[] = []
  const enter = async () => {
    const player = await stage.player(variant)
    players.push(player)
    return player
  }
  return {
    stage,
    variant: name,
    campaign: `Autumn Trail Boots ${name}`,
    northway: { username: `northway.${name}`, email: `hello@northway-${name}.example` },
    mara: { username: `mara.${name}`, email: `mara@${name}.example` },
    jonas: { username: `jonas.${name}`, email: `jonas@${name}.example` },
    sponsor: await enter(),
    keeper: await enter(),
    influencer: await enter(),
    second: await enter(),
    async leave() {
      for (const player of players) await player.leave()
    },
  }
}
