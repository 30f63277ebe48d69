import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadDemo } from '../../../../local/demo.ts'
import { makeViewers, pathsOfEverything, SECRETS, searches } from './everything.ts'
import { type Answer, ask, type Site, startSite, type Visit } from './site.ts'

let site: Site
let viewers: Record<string, string | undefined>
let paths: string[]

beforeAll(async () => {
  site = await startSite()
  await loadDemo(site.app.libsql.url, { now: Date.now() })
  viewers = await makeViewers(site)
  paths = [...(await pathsOfEverything(site)), ...searches]
})
beforeEach(() => site.redis.direct.flushall())
afterAll(() => site.close())

describe('whoever comes after whom', () => {
  it('gets the page that is there without a cache, with its headers', async () => {
    const right = new Map<string, Promise<Answer>>()
    const rightOf = (visit: Visit) => {
      const known = right.get(JSON.stringify(visit)) ?? ask(site.uncached, visit)
      right.set(JSON.stringify(visit), known)
      return known
    }
    const cacheStatus = { hit: 0, miss: 0 }

    const visit = fc.record({
      path: fc.oneof(fc.constantFrom(...paths), fc.constantFrom(...searches)),
      who: fc.constantFrom(...Object.keys(viewers)),
      as: fc.constantFrom('plain', 'plain', 'partial', 'full'),
      at: fc.constantFrom(site.here, site.there),
    })
    const crowds = fc.array(fc.array(visit, { minLength: 1, maxLength: 8 }), { minLength: 12, maxLength: 16 })
    await fc.assert(
      fc.asyncProperty(crowds, fc.boolean(), async (visits, cold) => {
        if (cold) await site.redis.direct.flushall()
        for (const crowd of visits) {
          await Promise.all(
            crowd.map(async ({ who, path, as, at }) => {
              const one = { path, as, ...(viewers[who] && { cookie: viewers[who] }) }
              const answer = await ask(at, one)
              if (answer.cacheStatus === 'hit' || answer.cacheStatus === 'miss')
                cacheStatus[answer.cacheStatus]++
              expect({ who, path, as, ...shownOf(answer) }).toEqual({
                who,
                path,
                as,
                ...shownOf(await rightOf(one)),
              })
              expect(wrongIn(answer, path)).toBeNull()
            }),
          )
        }
      }),
      { numRuns: 8, endOnFailure: true },
    )
    // It would also hold for a cache that keeps nothing.
    expect(Math.min(cacheStatus.hit, cacheStatus.miss)).toBeGreaterThan(0)
  })

  it('leaves nothing in Redis that is not for everybody', async () => {
    // The one who comes first would fill it.
    for (const who of ['sponsor', 'party', 'admin', 'visitor']) {
      const cookie = viewers[who]
      for (const path of paths) await ask(site.here, { path, ...(cookie && { cookie }) })
    }
    const keys = await site.redis.keys()
    const kept = await Promise.all(keys.map((key) => site.redis.direct.get<string>(key)))
    expect(keys.length).toBeGreaterThan(20)
    for (const secret of SECRETS)
      expect([keys, kept].flat().filter((text) => text?.includes(secret))).toEqual([])
  })
})

const OWN_TO_AN_ANSWER = ['date', 'server-timing', 'x-request-id', 'content-length']

function shownOf({ status, body, headers }: Answer) {
  return {
    status,
    body,
    headers: Object.fromEntries([...headers].filter(([name]) => !OWN_TO_AN_ANSWER.includes(name))),
  }
}

/** What no page may do, cached or not. */
function wrongIn({ status, headers, cacheStatus }: Answer, path: string): string | null {
  const isForEverybody = /^\/(robots\.txt|sitemap.*)$/.test(path) && status === 200
  const kept = headers.get('Cache-Control')
  if (kept !== (isForEverybody ? 'public, max-age=3600' : 'private, no-store') && path !== '/healthz')
    return `Cache-Control: ${kept}`
  const told = headers.getSetCookie().filter((cookie) => !/Max-Age=0/.test(cookie))
  if (told.length > 0) return `Set-Cookie: ${told}`
  if (cacheStatus === 'hit' && headers.get('Vary') !== 'HX-Request-Type')
    return `Vary: ${headers.get('Vary')}`
  return null
}
