import { test } from 'vitest'
import { createNewInfluencer } from './influencers.ts'
import type { Setup } from './setup.ts'

/** A saved search shows new matches. */
export function returning(setup: () => Setup) {
  test('a sponsor saves a search and sees who has joined since', async () => {
    const { app, sponsor, variant } = setup()
    await sponsor.open('/influencers?category=outdoors&niche=climbing')
    await sponsor.unfold('Save this search…')
    await sponsor.submit('Save it', { Name: 'Climbers' })
    await sponsor.sees('It is among your saved searches')

    const name = `Kaja Berg ${variant.variant}`
    await createNewInfluencer(app, name)
    await sponsor.follow('Saved searches')
    await sponsor.sees('Climbers', '1 new since')
    await sponsor.checkPage('discovery-11-saved-searches')
    await sponsor.press('Show what is new in Climbers')
    await sponsor.sees('The newest come first.', name)

    await sponsor.follow('Saved searches')
    await sponsor.sees('Nothing new since')
  })
}
