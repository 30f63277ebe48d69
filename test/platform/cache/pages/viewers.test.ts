import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadDemo } from '../../../../local/demo.ts'
import { type Answer, fetchPage, type Isolates, startIsolates, type Visit } from './isolates.ts'
import { allPaths, makeViewers, SECRETS, searchPaths } from './viewers-and-paths.ts'

let isolates: Isolates
let viewers: Record<string, string | undefined>
let paths: string[]

beforeAll(async () => {
  isolates = await startIsolates()
  await loadDemo(isolates.app.libsql.url, { now: Date.now() })
  viewers = await makeViewers(isolates)
  paths = [...(await allPaths(isolates)), ...searchPaths]
})
beforeEach(() => isolates.redis.direct.flushall())
afterAll(() => isolates.close())

describe('the cache, with viewers of all kinds in any order', () => {
  it('gives each viewer the same page and headers as without a cache', async () => {
    const expected = new Map<string, Promise<Answer>>()
    const expectedAnswer = (visit: Visit) => {
      const known = expected.get(JSON.stringify(visit)) ?? fetchPage(isolates.uncached, visit)
      expected.set(JSON.stringify(visit), known)
      return known
    }
    const cacheStatus = { hit: 0, miss: 0 }

    const visit = fc.record({
      path: fc.oneof(fc.constantFrom(...paths), fc.constantFrom(...searchPaths)),
      who: fc.constantFrom(...Object.keys(viewers)),
      as: fc.constantFrom('plain', 'plain', 'partial', 'full'),
      at: fc.constantFrom(isolates.first, isolates.second),
    })
    const batches = fc.array(fc.array(visit, { minLength: 1, maxLength: 8 }), {
      minLength: 12,
      maxLength: 16,
    })
    await fc.assert(
      fc.asyncProperty(batches, fc.boolean(), async (visits, isCacheEmpty) => {
        if (isCacheEmpty) await isolates.redis.direct.flushall()
        for (const batch of visits) {
          await Promise.all(
            batch.map(async ({ who, path, as, at }) => {
              const visit = { path, as, ...(viewers[who] && { cookie: viewers[who] }) }
              const answer = await fetchPage(at, visit)
              if (answer.cacheStatus === 'hit' || answer.cacheStatus === 'miss')
                cacheStatus[answer.cacheStatus]++
              expect({ who, path, as, ...shownOf(answer) }).toEqual({
                who,
                path,
                as,
                ...shownOf(await expectedAnswer(visit)),
              })
              expect(wrongHeaderIn(answer, path)).toBeNull()
            }),
          )
        }
      }),
      { numRuns: 8, endOnFailure: true },
    )
    // A cache that stores nothing would pass everything above.
    expect(Math.min(cacheStatus.hit, cacheStatus.miss)).toBeGreaterThan(0)
  })

  it('stores nothing in Redis that only some may see', async () => {
    const stored = { keys: new Set<string>(), texts: new Set<string | null>() }
    const addStored = async () => {
      for (const key of await isolates.redis.keys()) {
        stored.keys.add(key)
        stored.texts.add(await isolates.redis.direct.get<string>(key))
      }
    }
    // The first viewer of a page stores it, so signed-in people come first.
    for (const who of ['sponsor', 'influencer with a request', 'admin', 'visitor']) {
      const cookie = viewers[who]
      for (const path of paths) await fetchPage(isolates.first, { path, ...(cookie && { cookie }) })
      // Now, because an entry expires after a minute, and a busy machine may need longer for all viewers.
      await addStored()
    }
    // A busy machine may make Redis too slow for the Worker, which then stores nothing for a second.
    for (const path of searchPaths)
      await expect.poll(async () => (await fetchPage(isolates.first, { path })).cacheStatus).toBe('hit')
    await addStored()

    expect(stored.keys.size).toBeGreaterThan(20)
    for (const secret of SECRETS)
      expect([...stored.keys, ...stored.texts].filter((text) => text?.includes(secret))).toEqual([])
  })
})

/** Headers that differ from one answer to the next. */
const CHANGING_HEADERS = ['date', 'server-timing', 'x-request-id', 'content-length']

function shownOf({ status, body, headers }: Answer) {
  return {
    status,
    body,
    headers: Object.fromEntries([...headers].filter(([name]) => !CHANGING_HEADERS.includes(name))),
  }
}

/** The first header that is wrong for any page, cached or not. */
function wrongHeaderIn({ status, headers, cacheStatus }: Answer, path: string): string | null {
  const isPublic = /^\/(robots\.txt|sitemap.*)$/.test(path) && status === 200
  const cacheControl = headers.get('Cache-Control')
  if (cacheControl !== (isPublic ? 'public, max-age=3600' : 'private, no-store') && path !== '/healthz')
    return `Cache-Control: ${cacheControl}`
  // A redirect may say why, on the page that it leads to.
  const isAllowed = (cookie: string) =>
    /Max-Age=0/.test(cookie) || (status === 303 && cookie.startsWith('parley_flash='))
  const cookies = headers.getSetCookie().filter((cookie) => !isAllowed(cookie))
  if (cookies.length > 0) return `Set-Cookie: ${cookies}`
  if (cacheStatus === 'hit' && headers.get('Vary') !== 'HX-Request-Type')
    return `Vary: ${headers.get('Vary')}`
  return null
}
