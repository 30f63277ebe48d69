import fc from 'fast-check'
import { Hono } from 'hono'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { type Route, routes } from '../src/routes.ts'

const { adRequests, campaigns, influencers, notifications } = routes

/** Every route of the tree, whatever it takes. */
function allRoutes(tree: object): Route<string>[] {
  return Object.values(tree).flatMap((branch: object) =>
    'pattern' in branch ? [branch as Route<string>] : allRoutes(branch),
  )
}

describe('a link', () => {
  it('fills in what its pattern names', () => {
    expect(campaigns.show.href({ campaignId: 7 })).toBe('/campaigns/7')
    expect(campaigns.goalCompletionUndo.href({ campaignId: 7, goalId: 'x' })).toBe(
      '/campaigns/7/goals/x/completion/undo',
    )
    expect(notifications.index.href()).toBe('/notifications')
  })

  it('escapes it, so that nothing can break out of its place', () => {
    expect(influencers.show.href({ influencerId: '../../admin?x=1#y' })).toBe(
      '/influencers/..%2F..%2Fadmin%3Fx%3D1%23y',
    )
    expect(influencers.show.href({ influencerId: '$& $1' })).toBe('/influencers/%24%26%20%241')
  })

  it('carries a query, repeated names included, and leaves out what is empty', () => {
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
    // @ts-expect-error: which request?
    expect(() => adRequests.show.href()).toThrow()
    // @ts-expect-error: one is missing
    campaigns.goalCompletion.href({ campaignId: 1 })
    // @ts-expect-error: there is nothing to fill in
    adRequests.index.href({ listing: {} })
  })

  it('leads back to what was filled in, whatever that is', async () => {
    const app = new Hono()
    app.get(campaigns.goalCompletion.pattern, (c) => c.json(c.req.param()))
    // A path segment of dots is a step up to a browser, and an empty one is none.
    const part = fc.string({ minLength: 1 }).filter((text) => !/^\.{1,2}$/.test(text))
    await fc.assert(
      fc.asyncProperty(part, part, async (campaignId, goalId) => {
        const answer = await app.request(campaigns.goalCompletion.href({ campaignId, goalId }))
        expect(await answer.json()).toEqual({ campaignId, goalId })
      }),
    )
  })
})

type Parameters_<Href extends (...args: never[]) => string> = Parameters<Href>[0]

describe('the routes', () => {
  it('each have an address of their own', () => {
    const patterns = allRoutes(routes).map(({ pattern }) => pattern)
    expect(new Set(patterns).size).toBe(patterns.length)
    expect(patterns.length).toBeGreaterThan(40)
  })

  it('are lower-case nouns, or files, with parameters in camel case and no slash at the end', () => {
    for (const { pattern } of allRoutes(routes))
      expect(pattern).toMatch(/^(\/|(\/([a-z-]+(\.[a-z]+)?|:[a-z][A-Za-z]+))+)$/)
  })
})
