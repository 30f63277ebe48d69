import { expect, test } from 'vitest'
import { narrow, narrowMore } from './narrow.ts'
import type { Scene } from './scene.ts'

/** An influencer finds work. */
export function applying(scene: () => Scene) {
  test('an influencer finds a campaign by words and criteria, opens it, and comes back', async () => {
    const { influencer, campaign, variant } = scene()
    await influencer.open('/home')
    await influencer.goTo('Campaigns')
    const words = `trail ${variant.variant}`
    await narrow(influencer, { Words: words }, { words })
    await influencer.sees('3 campaigns', campaign)
    await narrowMore(influencer, { 'Budget from': '500' }, { words, budget_from: '500' })
    await influencer.sees('2 campaigns')
    await narrow(influencer, { 'Sort by': 'Ending soon' }, { words, budget_from: '500', sort: 'ending' })
    await influencer.sees('2 campaigns, what ends soonest first')
    await influencer.page.reload()
    await influencer.sees('2 campaigns, what ends soonest first', 'budget from $500')
    await influencer.looks('discovery-12-catalogue')

    const { at } = influencer
    await influencer.follow(campaign)
    await influencer.sees('Apply')
    await influencer.page.goBack()
    expect(influencer.at).toBe(at)
    await influencer.sees('2 campaigns, what ends soonest first')
    expect(await influencer.page.getByLabel('Words').inputValue()).toBe(words)
  })

  test('it applies', async () => {
    const { influencer, campaign } = scene()
    await influencer.follow(campaign)
    await influencer.follow('Apply')
    await influencer.submit('Send application', { Payment: '900', Message: 'I walk there every week.' })
    await influencer.sees('Sent. You will hear as soon as the sponsor answers.', campaign)
  })
}
