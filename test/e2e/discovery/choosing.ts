import { expect, test } from 'vitest'
import { leaders } from './crowd.ts'
import { tick } from './narrow.ts'
import type { Scene } from './scene.ts'

const three = leaders.slice(0, 3)

/** A sponsor makes up its mind: compares, keeps, invites. */
export function choosing(scene: () => Scene) {
  test('a sponsor compares up to four side by side', async () => {
    const { sponsor } = scene()
    await sponsor.open('/influencers?words=trail&reach_from=460000')
    await tick(sponsor, leaders)
    await sponsor.page.locator('.page-footer').scrollIntoViewIfNeeded()
    await sponsor.looks('discovery-05-selected')
    await sponsor.press('Compare', { method: 'GET' })
    await sponsor.sees('You chose 5, and 4 fit side by side')
    await sponsor.press('Compare', { method: 'GET' })
    await sponsor.sees('4 side by side', 'Tomás Bravo', 'Lowest price')
    await sponsor.looks('discovery-06-comparison')
    await sponsor.follow('Leave out Tomás Bravo')
    await sponsor.sees('3 side by side', 'Invite these 3')
  })

  test('it puts them on a new list, one of them from the profile', async () => {
    const { sponsor } = scene()
    await sponsor.open('/influencers?words=trail')
    await tick(sponsor, three)
    await sponsor.press('Add to a shortlist', { method: 'GET' })
    await sponsor.submit('Make this list and add', { 'Name of the list': 'Autumn trails' })
    await sponsor.sees('The shortlist is made.', '3 influencers', ...three)

    await sponsor.open('/influencers?words=bravo')
    await sponsor.follow('Tomás Bravo')
    await sponsor.page.locator('main').getByRole('link', { name: 'Shortlist' }).click()
    await sponsor.sees('Add to a shortlist')
    await sponsor.looks('discovery-07-which-list')
    await sponsor.press('Add to Autumn trails')
    await sponsor.sees('Added to this shortlist.', '4 influencers')
    await sponsor.goTo('Shortlists')
    await sponsor.looks('discovery-08-shortlists')
    await sponsor.follow('Autumn trails')
    await sponsor.looks('discovery-09-shortlist')
  })

  test('it invites three at once', async () => {
    const { sponsor, campaign, variant } = scene()
    await from[variant.variant]?.(scene())
    await sponsor.sees(...three)
    await sponsor.submit('Write the offer', { 'For which campaign?': campaign }, { method: 'GET' })
    await sponsor.submit('Send 3 invitations', { Payment: '1000', Message: 'Would you walk these in?' })
    await sponsor.sees('Sent. You will hear as soon as there is an answer.', ...three)
    expect(await sponsor.page.locator('tbody > tr').count()).toBe(3)
    await sponsor.looks('discovery-10-invited')
  })
}

/** The ways to an invitation of several, one for each variant. */
const from: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  desk: fromComparison,
  phone: fromList,
  'plain-desk': fromList,
  'plain-phone': fromComparison,
}

async function fromComparison({ sponsor }: Scene) {
  await sponsor.open('/influencers?words=trail')
  await tick(sponsor, three)
  await sponsor.press('Compare', { method: 'GET' })
  await sponsor.follow('Invite these 3')
}

async function fromList({ sponsor, variant: { javaScript } }: Scene) {
  if (javaScript) await sponsor.open('/influencers?words=trail')
  else {
    await sponsor.open('/shortlists')
    await sponsor.follow('Autumn trails')
  }
  await tick(sponsor, three)
  await sponsor.press('Invite selected', { method: 'GET' })
}
