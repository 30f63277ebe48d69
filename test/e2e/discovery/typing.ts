import { expect, test } from 'vitest'
import { namesIn, waitForQuery } from './filters.ts'
import type { Setup } from './setup.ts'

/** While typing, responses can arrive out of order. */
export function typing(setup: () => Setup) {
  test('an older, slower response never replaces a newer one', async () => {
    const { page } = setup().sponsor
    const late = (url: URL) => url.searchParams.get('query') === 'walker'
    const { promise: newerHasArrived, resolve: release } = Promise.withResolvers<void>()
    await page.route(late, async (route) => {
      await newerHasArrived
      // The page may have aborted it.
      await route.continue().catch(() => undefined)
    })
    await setup().sponsor.open('/influencers')

    const olderIsSent = page.waitForRequest((request) => late(new URL(request.url())))
    await page.getByLabel('Keyword').pressSequentially('walker')
    const older = await olderIsSent
    const olderEnds = Promise.race([
      page.waitForEvent('requestfinished', (request) => request === older),
      page.waitForEvent('requestfailed', (request) => request === older),
    ])
    await page.getByLabel('Keyword').pressSequentially(' 42')
    await waitForQuery(setup().sponsor, { query: 'walker 42' })
    await expect.poll(() => namesIn(setup().sponsor)).toEqual(['Walker 42'])

    release()
    await olderEnds
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
    expect(await namesIn(setup().sponsor)).toEqual(['Walker 42'])
    expect(setup().sponsor.path).toBe('/influencers?query=walker+42')
    await page.unroute(late)
  })
}
