import { makeCampaign } from '../../support/campaigns.ts'
import { makeActor } from '../stage/cast.ts'
import type { Stage } from '../stage/stage.ts'
import type { Variant } from '../stage/variants.ts'

/** Who looks for whom, each with a browser of its own. */
export type Scene = Awaited<ReturnType<typeof setScene>>

export async function setScene(stage: Stage, variant: Variant) {
  const { app } = stage
  const sponsor = await makeActor(stage, 'sponsor', `Northway ${variant.variant}`, variant)
  const influencer = await makeActor(stage, 'influencer', `Elin Dahl ${variant.variant}`, variant)
  const visitor = await stage.player(variant)
  const campaign = `Autumn Trail Boots ${variant.variant}`
  await makeCampaign(app, sponsor, { name: campaign, endsInDays: 20 })
  await makeCampaign(app, sponsor, { name: `Trail Socks ${variant.variant}`, endsInDays: 10 })
  await makeCampaign(app, sponsor, { name: `Small Trail Talks ${variant.variant}`, budget: 20_000 })
  return {
    app,
    variant,
    campaign,
    sponsor: sponsor.player,
    influencer: influencer.player,
    visitor,
    async leave() {
      for (const player of [sponsor.player, influencer.player, visitor]) await player.leave()
    },
  }
}
