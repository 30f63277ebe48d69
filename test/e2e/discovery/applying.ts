import { expect, test } from 'vitest'
import { applyFilters, applyMoreFilters } from './filters.ts'
import type { Setup } from './setup.ts'

/** An influencer finds a campaign and applies. */
export function applying(setup: () => Setup) {
  test('an influencer finds a campaign by keyword and filters, opens it, and comes back', async () => {
    const { influencer, campaign, variant } = setup()
    await influencer.open('/home')
    await influencer.goTo('Campaigns')
    const query = `trail ${variant.variant}`
    await applyFilters(influencer, { Keyword: query }, { query })
    await influencer.sees('3 campaigns', campaign)
    await applyMoreFilters(influencer, { 'Budget from': '500' }, { query, budget_from: '500' })
    await influencer.sees('2 campaigns')
    await applyFilters(
      influencer,
      { 'Sort by': 'Ending soon' },
      { query, budget_from: '500', sort: 'ending' },
    )
    await influencer.sees('2 campaigns, ending soonest first')
    await influencer.page.reload()
    await influencer.sees('2 campaigns, ending soonest first', 'budget of at least $500')
    await influencer.checkPage('discovery-12-campaigns')

    const { path } = influencer
    await influencer.follow(campaign)
    await influencer.sees('Apply')
    await influencer.page.goBack()
    await expect.poll(() => influencer.path).toBe(path)
    await influencer.sees('2 campaigns, ending soonest first')
    expect(await influencer.page.getByLabel('Keyword').inputValue()).toBe(query)
  })

  test('they apply', async () => {
    const { influencer, campaign } = setup()
    await influencer.follow(campaign)
    await influencer.follow('Apply')
    await influencer.submit('Send application', { Payment: '900', Message: 'I walk there every week.' })
    await influencer.sees("Application sent. We'll notify you when the sponsor answers.", campaign)
  })
}
