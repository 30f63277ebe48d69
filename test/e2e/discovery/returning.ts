import { test } from 'vitest'
import { createNewInfluencer } from './influencers.ts'
import type { Setup } from './setup.ts'

/** A saved search shows new matches. */
export function returning(setup: () => Setup) {
  test('a sponsor saves a search and sees who has joined since', async () => {
    const { app, sponsor, variant } = setup()
    await sponsor.open('/influencers?category=outdoors&niche=climbing')
    await sponsor.unfold('Save this search…')
    await sponsor.submit('Save search', { Name: 'Climbers' })
    await sponsor.sees('Your saved searches show new matches')

    const name = `Kaja Berg ${variant.variant}`
    await createNewInfluencer(app, name)
    await sponsor.follow('Saved searches')
    await sponsor.sees('Climbers', '1 new match since')
    await sponsor.checkPage('discovery-11-saved-searches')
    await sponsor.press('Show new matches for Climbers')
    await sponsor.sees('Sorted by newest.', name)

    await sponsor.follow('Saved searches')
    await sponsor.sees('No new matches since')
  })
}
