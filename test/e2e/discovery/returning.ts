import { test } from 'vitest'
import { newcomer } from './crowd.ts'
import type { Scene } from './scene.ts'

/** A search that is kept tells what has come since. */
export function returning(scene: () => Scene) {
  test('a sponsor keeps a search, and sees who has joined since', async () => {
    const { app, sponsor, variant } = scene()
    await sponsor.open('/influencers?category=outdoors&niche=climbing')
    await sponsor.unfold('Save this search…')
    await sponsor.submit('Save it', { Name: 'Climbers' })
    await sponsor.sees('It is among your saved searches')

    const name = `Kaja Berg ${variant.variant}`
    await newcomer(app, name)
    await sponsor.follow('Saved searches')
    await sponsor.sees('Climbers', '1 new since')
    await sponsor.looks('discovery-11-saved-searches')
    await sponsor.press('Show what is new in Climbers')
    await sponsor.sees('The newest come first.', name)

    await sponsor.follow('Saved searches')
    await sponsor.sees('Nothing new since')
  })
}
