import { makeCampaign } from '../../support/campaigns.ts'
import { makeE2ePerson } from '../support/accounts.ts'
import type { E2eApp } from '../support/e2e-app.ts'
import type { Variant } from '../support/variants.ts'

/** The people of the tests, each with a browser of their own, and a campaign. */
export type Setup = Awaited<ReturnType<typeof setUp>>

export async function setUp(e2e: E2eApp, variant: Variant) {
  const { app } = e2e
  const sponsor = await makeE2ePerson(e2e, 'sponsor', `Northway ${variant.variant}`, variant)
  const influencer = await makeE2ePerson(e2e, 'influencer', `Elin Dahl ${variant.variant}`, variant)
  const visitor = await e2e.newUser(variant)
  const campaign = `Autumn Trail Boots ${variant.variant}`
  await makeCampaign(app, sponsor, { name: campaign, endsInDays: 20 })
  await makeCampaign(app, sponsor, { name: `Trail Socks ${variant.variant}`, endsInDays: 10 })
  await makeCampaign(app, sponsor, { name: `Small Trail Talks ${variant.variant}`, budget: 20_000 })
  return {
    app,
    variant,
    campaign,
    sponsor: sponsor.user,
    influencer: influencer.user,
    visitor,
    async close() {
      for (const user of [sponsor.user, influencer.user, visitor]) await user.close()
    },
  }
}
