import fc from 'fast-check'
import { Hono } from 'hono'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { type Route, routes } from '../src/routes.ts'

const { adRequests, campaigns, influencers, notifications } = routes

/** Every route of the tree. */
function allRoutes(tree: object): Route<string>[] {
  return Object.values(tree).flatMap((branch: object) =>
    'pattern' in branch ? [branch as Route<string>] : allRoutes(branch),
  )
}

describe('a link', () => {
  it('fills in the parameters of its pattern', () => {
    expect(campaigns.show.href({ campaignId: 7 })).toBe('/campaigns/7')
    expect(campaigns.goalCompletionUndo.href({ campaignId: 7, goalId: 'x' })).toBe(
      '/campaigns/7/goals/x/completion/undo',
    )
    expect(notifications.index.href()).toBe('/notifications')
  })

  it('escapes parameters, so that none can change the rest of the path', () => {
    expect(influencers.show.href({ influencerId: '../../admin?x=1#y' })).toBe(
      '/influencers/..%2F..%2Fadmin%3Fx%3D1%23y',
    )
    expect(influencers.show.href({ influencerId: '$& $1' })).toBe('/influencers/%24%26%20%241')
  })

  it('carries a query with repeated names, and leaves out empty values', () => {
    expect(adRequests.index.href({ listing: 'mine', campaign_id: null, after: undefined })).toBe(
      '/ad-requests?listing=mine',
    )
    expect(adRequests.new.href({ influencer_id: [1, 2], campaign_id: '' })).toBe(
      '/ad-requests/new?influencer_id=1&influencer_id=2',
    )
    expect(adRequests.index.href({})).toBe('/ad-requests')
    expect(adRequests.show.href({ adRequestId: 7 }, { answer: 'offer' })).toBe('/ad-requests/7?answer=offer')
    expect(adRequests.index.href({ after: 0 })).toBe('/ad-requests?after=0')
  })

  it('escapes the query', () => {
    expect(routes.signIn.href({ next: '/a?b=c&d#e' })).toBe('/sign-in?next=%2Fa%3Fb%3Dc%26d%23e')
  })

  it('cannot be written without its parameters', () => {
    type Parameters = Parameters_<typeof campaigns.goalCompletion.href>
    expectTypeOf<Parameters>().toEqualTypeOf<Record<'campaignId' | 'goalId', string | number>>()
    // @ts-expect-error: the id is missing
    expect(() => adRequests.show.href()).toThrow()
    // @ts-expect-error: the goal's id is missing
    campaigns.goalCompletion.href({ campaignId: 1 })
    // @ts-expect-error: an object is not a query value
    adRequests.index.href({ listing: {} })
  })

  it('can be parsed into what was filled in', async () => {
    const app = new Hono()
    app.get(routes.sitemap.part.pattern, (c) => c.json(c.req.param()))
    app.get(campaigns.goalCompletion.pattern, (c) => c.json(c.req.param()))
    const parametersAt = async (path: string) => (await app.request(path)).json()
    // Browsers resolve path segments of dots, and drop empty ones.
    const text = fc.string({ minLength: 1 }).filter((part) => !/^\.{1,2}$/.test(part))
    await fc.assert(
      fc.asyncProperty(text, fc.nat(), fc.nat(), async (part, campaignId, goalId) => {
        expect(await parametersAt(routes.sitemap.part.href({ part }))).toEqual({ part })
        expect(await parametersAt(campaigns.goalCompletion.href({ campaignId, goalId }))).toEqual({
          campaignId: String(campaignId),
          goalId: String(goalId),
        })
      }),
    )
  })

  it('with an id that is not a number matches no route', async () => {
    const app = new Hono()
    app.get(campaigns.show.pattern, (c) => c.text('found'))
    for (const campaignId of ['abc', '-1', '1.5', '7x', '٧', ' 7']) {
      expect((await app.request(campaigns.show.href({ campaignId }))).status).toBe(404)
    }
    expect((await app.request(campaigns.show.href({ campaignId: 7 }))).status).toBe(200)
  })
})

type Parameters_<Href extends (...args: never[]) => string> = Parameters<Href>[0]

describe('the routes', () => {
  it('all have different patterns', () => {
    const patterns = allRoutes(routes).map(({ pattern }) => pattern)
    expect(new Set(patterns).size).toBe(patterns.length)
    expect(patterns.length).toBeGreaterThan(40)
  })

  it('are lower-case nouns or files; ids are digits (hexadecimal for sessions), and there is no slash at the end', () => {
    for (const { pattern } of allRoutes(routes))
      expect(pattern).toMatch(
        /^(\/|(\/(\.?[a-z-]+(\.[a-z]+)?|:[a-z][A-Za-z]+Id\{\[0-9(?:a-f)?\]\+\}|:[a-z]+))+)$/,
      )
  })
})
