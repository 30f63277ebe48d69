import { expect, test } from 'vitest'
import { select } from './filters.ts'
import { topInfluencers } from './influencers.ts'
import type { Setup } from './setup.ts'

const three = topInfluencers.slice(0, 3)

/** A sponsor compares influencers, adds them to a shortlist and invites them. */
export function choosing(setup: () => Setup) {
  test('a sponsor compares up to four side by side', async () => {
    const { sponsor } = setup()
    await sponsor.open('/influencers?query=trail&reach_from=460000')
    await select(sponsor, topInfluencers)
    await sponsor.page.locator('.page-footer').scrollIntoViewIfNeeded()
    await sponsor.checkPage('discovery-05-selected')
    await sponsor.press('Compare', { method: 'GET' })
    await sponsor.sees('You selected 5 influencers')
    await sponsor.press('Compare', { method: 'GET' })
    await sponsor.sees('4 side by side', 'Tomás Bravo', 'Lowest price')
    await sponsor.checkPage('discovery-06-comparison')
    await sponsor.follow('Remove Tomás Bravo')
    await sponsor.sees('3 side by side', 'Invite all 3')
  })

  test('they add them to a new shortlist, one of them from a profile', async () => {
    const { sponsor } = setup()
    await sponsor.open('/influencers?query=trail')
    await select(sponsor, three)
    await sponsor.press('Add to a shortlist', { method: 'GET' })
    await sponsor.submit('Create shortlist and add', { 'Shortlist name': 'Autumn trails' })
    await sponsor.sees('Shortlist created.', '3 influencers', ...three)

    await sponsor.open('/influencers?query=bravo')
    await sponsor.follow('Tomás Bravo')
    await sponsor.page.locator('main').getByRole('link', { name: 'Shortlist' }).click()
    await sponsor.sees('Add to a shortlist')
    await sponsor.checkPage('discovery-07-which-list')
    await sponsor.press('Add to Autumn trails')
    await sponsor.sees('Added to this shortlist.', '4 influencers')
    await sponsor.goTo('Shortlists')
    await sponsor.checkPage('discovery-08-shortlists')
    await sponsor.follow('Autumn trails')
    await sponsor.checkPage('discovery-09-shortlist')
  })

  test('they invite three at once', async () => {
    const { sponsor, campaign, variant } = setup()
    await startFrom[variant.variant]?.(setup())
    await sponsor.sees(...three)
    await sponsor.submit('Write the offer', { Campaign: campaign }, { method: 'GET' })
    await sponsor.submit('Review 3 invitations', { Payment: '1000', Message: 'Would you walk these in?' })
    await sponsor.sees('3 invitations of $1,000.00 each: $3,000.00.')
    await sponsor.checkPage('discovery-10-review')
    await sponsor.press('Send 3 invitations')
    await sponsor.sees("Invitation sent. We'll notify you when they answer.", ...three)
    expect(await sponsor.page.locator('tbody > tr').count()).toBe(3)
    await sponsor.checkPage('discovery-10-invited')
  })
}

/** Where each variant starts to invite several influencers. */
const startFrom: Readonly<Record<string, (setup: Setup) => Promise<void>>> = {
  desk: fromComparison,
  phone: fromShortlist,
  'plain-desk': fromShortlist,
  'plain-phone': fromComparison,
}

async function fromComparison({ sponsor }: Setup) {
  await sponsor.open('/influencers?query=trail')
  await select(sponsor, three)
  await sponsor.press('Compare', { method: 'GET' })
  await sponsor.follow('Invite all 3')
}

async function fromShortlist({ sponsor, variant: { javaScript } }: Setup) {
  if (javaScript) await sponsor.open('/influencers?query=trail')
  else {
    await sponsor.open('/shortlists')
    await sponsor.follow('Autumn trails')
  }
  await select(sponsor, three)
  await sponsor.press('Invite selected', { method: 'GET' })
}
