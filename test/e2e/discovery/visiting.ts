import { test } from 'vitest'
import type { Scene } from './scene.ts'

// What is left of a sheet of A4 beside the margins, in CSS pixels.
const paper = { width: 688, height: 1_000 }

/** Somebody without an account looks around. */
export function visiting(scene: () => Scene) {
  test('a visitor goes from the first page to the campaigns, and may sign in to apply', async () => {
    const { visitor, campaign } = scene()
    await visitor.open('/')
    await visitor.sees('On Parley today', 'Just published', 'Among the influencers', 'Mara Lindqvist')
    await visitor.looks('discovery-13-first-page')
    await visitor.follow('campaigns that run')
    await visitor.sees(campaign)
    await visitor.follow(campaign)
    await visitor.sees('Sign in to apply')
    await visitor.looks('discovery-15-campaign')
  })

  test('a media kit is there for everybody, on paper too', async () => {
    const { visitor, variant } = scene()
    await visitor.open('/influencers?words=lindqvist')
    await visitor.follow('Mara Lindqvist')
    await visitor.sees('Rate card', 'Channels', 'Link to share')
    await visitor.looks('discovery-16-media-kit')
    if (variant.width !== 1280) return

    await visitor.page.emulateMedia({ media: 'print' })
    await visitor.page.setViewportSize(paper)
    await visitor.looks('discovery-17-media-kit-on-paper')
  })
}
