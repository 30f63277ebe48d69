import { expect, test } from 'vitest'
import { leadsTo, namesIn } from './narrow.ts'
import type { Scene } from './scene.ts'

/** Where results follow the typing, answers may come in another order than they were asked for. */
export function typing(scene: () => Scene) {
  test('an older, slower answer never stands in the place of a newer one', async () => {
    const { page } = scene().sponsor
    const late = (url: URL) => url.searchParams.get('words') === 'walker'
    const { promise: newerIsThere, resolve: letGo } = Promise.withResolvers<void>()
    await page.route(late, async (route) => {
      await newerIsThere
      // The page may have given up on it.
      await route.continue().catch(() => undefined)
    })
    await scene().sponsor.open('/influencers')

    const isAsked = page.waitForRequest((request) => late(new URL(request.url())))
    await page.getByLabel('Words').pressSequentially('walker')
    const older = await isAsked
    const ends = Promise.race([
      page.waitForEvent('requestfinished', (request) => request === older),
      page.waitForEvent('requestfailed', (request) => request === older),
    ])
    await page.getByLabel('Words').pressSequentially(' 42')
    await leadsTo(scene().sponsor, { words: 'walker 42' })
    await expect.poll(() => namesIn(scene().sponsor)).toEqual(['Walker 42'])

    letGo()
    await ends
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
    expect(await namesIn(scene().sponsor)).toEqual(['Walker 42'])
    expect(scene().sponsor.at).toBe('/influencers?words=walker+42')
    await page.unroute(late)
  })
}
