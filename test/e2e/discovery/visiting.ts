import { test } from 'vitest'
import type { Setup } from './setup.ts'

// A sheet of A4 without its margins, in CSS pixels.
const paper = { width: 688, height: 1_000 }

/** A visitor without an account browses. */
export function visiting(setup: () => Setup) {
  test('a visitor goes from the landing page to a campaign, and is asked to sign in to apply', async () => {
    const { visitor, campaign } = setup()
    await visitor.open('/')
    await visitor.sees('On Parley today', 'New campaigns', 'Popular influencers', 'Mara Lindqvist')
    await visitor.checkPage('discovery-13-landing')
    await visitor.follow('open campaigns')
    await visitor.sees(campaign)
    await visitor.follow(campaign)
    await visitor.sees('Sign in to apply')
    await visitor.checkPage('discovery-15-campaign')
  })

  test('a visitor can read and print a media kit', async () => {
    const { visitor, variant } = setup()
    await visitor.open('/influencers?query=lindqvist')
    await visitor.follow('Mara Lindqvist')
    await visitor.sees('Rate card', 'Channels', 'Share this page')
    await visitor.checkPage('discovery-16-media-kit')
    if (variant.width !== 1280) return

    await visitor.page.emulateMedia({ media: 'print' })
    await visitor.page.setViewportSize(paper)
    await visitor.checkPage('discovery-17-media-kit-on-paper')
  })
}
