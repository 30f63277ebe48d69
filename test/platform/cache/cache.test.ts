import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openCache } from '../../../src/platform/cache/cache.ts'
import { type FaultyRedis, startFaultyRedis } from './faulty-redis.ts'
import { counted, makeIsolate, type TestIsolate } from './test-isolate.ts'

let redis: FaultyRedis
let isolate: TestIsolate

beforeAll(async () => {
  redis = await startFaultyRedis()
})
beforeEach(async () => {
  await redis.direct.flushall()
  redis.commands.length = 0
  isolate = makeIsolate(redis)
})
afterAll(() => redis.close())

async function get(names: object, compute: () => Promise<string>, by = isolate): Promise<[string, string]> {
  const { value, status } = await by.request().getOrSet(['campaigns'], names, compute)
  await by.settle()
  return [value, status]
}

describe('the cache', () => {
  it('computes a value once, and every isolate then gets the stored one', async () => {
    const list = counted((time) => `list ${time}`)
    expect(await get({ page: 1 }, list.compute)).toEqual(['list 1', 'miss'])
    expect(await get({ page: 1 }, list.compute)).toEqual(['list 1', 'hit'])
    expect(await get({ page: 1 }, list.compute, makeIsolate(redis))).toEqual(['list 1', 'hit'])
    expect(list.times).toBe(1)
  })

  it('looks up a hit or a miss in one round trip to Redis', async () => {
    const list = counted((time) => `list ${time}`)
    for (const page of [1, 2]) await get({ page }, list.compute)
    redis.commands.length = 0
    await get({ page: 2 }, list.compute)
    expect(redis.commands).toEqual([expect.stringMatching(/^\["mget"/)])
    await get({ page: 3 }, list.compute)
    expect(redis.commands.map((command) => JSON.parse(command)[0])).toEqual(['mget', 'mget', 'set'])
  })

  it('returns a stored value exactly as it was', async () => {
    const value = { rows: [{ id: 7, name: 'żółw 🐢 "x" \u2028 \u0000', tags: [], none: null }], next: 'a\nb' }
    for (let visit = 0; visit < 2; visit++) {
      const answer = await isolate.request().getOrSet(['campaigns'], {}, async () => value)
      await isolate.settle()
      expect(answer.value).toEqual(value)
    }
  })

  it('has different entries for keys or namespaces that differ in anything', async () => {
    const long = 'word '.repeat(200)
    const names: object[] = [
      { query: 'a', page: 1 },
      { query: 'a', page: 2 },
      { query: 'a' },
      { query: 'a', page: '1' },
      { query: 'a', page: 1, scope: 'sponsor' },
      { query: long, page: 1 },
      { query: `${long}!`, page: 1 },
      ['a', 1],
      { 'words":"a","page': 1 },
    ]
    for (const [index, name] of names.entries()) await get(name, async () => `list ${index}`)
    for (const [index, name] of names.entries())
      expect(await get(name, async () => 'another')).toEqual([`list ${index}`, 'hit'])
    const elsewhere = await isolate.request().getOrSet(['influencers'], names[0] ?? {}, async () => 'another')
    expect(elsewhere).toEqual({ value: 'another', status: 'miss' })
  })

  it('ignores the order of the fields of a key', async () => {
    await get({ page: 1, filter: { niche: 'x', budget: 5 }, gone: undefined }, async () => 'list')
    const again = await get({ filter: { budget: 5, niche: 'x' }, page: 1 }, async () => 'another')
    expect(again).toEqual(['list', 'hit'])
  })

  it('keeps an entry for 60 seconds, or for as long as it is told', async () => {
    await isolate.request().getOrSet(['campaigns'], { page: 1 }, async () => 'a')
    await isolate.request().getOrSet(['campaigns'], { page: 2 }, async () => 'b', { seconds: 5 })
    await isolate.settle()
    const [first = '', second = ''] = (await redis.keys('}')).sort()
    expect(await redis.direct.ttl(first)).toBeGreaterThan(50)
    expect(await redis.direct.ttl(first)).toBeLessThanOrEqual(60)
    expect(await redis.direct.ttl(second)).toBeLessThanOrEqual(5)
  })

  it('does not store a value that is too large', async () => {
    for (const value of ['x'.repeat(64 * 1024), 'ż'.repeat(32 * 1024)]) {
      const large = counted(() => value)
      expect(await get({ page: 1 }, large.compute)).toEqual([value, 'miss'])
      expect(await get({ page: 1 }, large.compute)).toEqual([value, 'miss'])
      expect(large.times).toBe(2)
    }
    expect(await redis.keys('}')).toEqual([])
    await get({ page: 1 }, async () => 'x'.repeat(64 * 1024 - 2))
    expect(await redis.keys('}')).toHaveLength(1)
  })

  it('throws the error of the computation, and stores nothing', async () => {
    const broken = () => Promise.reject(new Error('no such table'))
    await expect(get({ page: 1 }, broken)).rejects.toThrow('no such table')
    expect(await get({ page: 1 }, async () => 'list')).toEqual(['list', 'miss'])
  })

  it('shares no entries between versions of the Worker', async () => {
    await get({ page: 1 }, async () => 'list')
    expect(await get({ page: 1 }, async () => 'new list', makeIsolate(redis, { build: 'two' }))).toEqual([
      'new list',
      'miss',
    ])
    expect(await get({ page: 1 }, async () => 'another')).toEqual(['list', 'hit'])
  })

  it('bypasses everything without a Redis', async () => {
    const statuses: string[] = []
    const cache = openCache(
      { TURSO_DATABASE_URL: 'libsql://parley.example', REDIS_TIMEOUT_MS: 140 },
      { waitUntil: () => undefined, onStatus: (status) => statuses.push(status) },
    )
    expect(await cache.getOrSet(['campaigns'], {}, async () => 'list')).toEqual({
      value: 'list',
      status: 'bypass',
    })
    await cache.invalidate(['campaigns'])
    expect(await cache.invalidateAfter(['campaigns'], async () => 'written')).toBe('written')
    expect(statuses).toEqual(['bypass'])
  })
})

describe('a corrupt value in Redis', () => {
  const corruptions: [string, (entry: string) => string][] = [
    ['another text', () => 'another text'],
    ['empty', () => ''],
    ['without a version', (entry) => entry.slice(entry.indexOf('\n') + 1)],
    ['under another version', (entry) => `${crypto.randomUUID()}${entry.slice(36)}`],
    ['cut off', (entry) => entry.slice(0, -3)],
    ['cut off after its version', (entry) => entry.slice(0, entry.indexOf('\n') + 1)],
    ['followed by other text', (entry) => `${entry}}`],
  ]

  it.each(corruptions)('an entry that is %s is computed again', async (_, corrupt) => {
    await get({ page: 1 }, async () => 'list')
    const [key = ''] = await redis.keys('}')
    await redis.direct.set(key, corrupt((await redis.direct.get<string>(key)) ?? ''))
    expect(await get({ page: 1 }, async () => 'new list')).toEqual(['new list', 'miss'])
    expect(await get({ page: 1 }, async () => 'another')).toEqual(['new list', 'hit'])
  })

  it('an entry that is a list is replaced', async () => {
    await get({ page: 1 }, async () => 'list')
    const [key = ''] = await redis.keys('}')
    await redis.direct.del(key)
    await redis.direct.lpush(key, 'x')
    expect(await get({ page: 1 }, async () => 'new list')).toEqual(['new list', 'miss'])
    expect(await get({ page: 1 }, async () => 'another')).toEqual(['new list', 'hit'])
  })

  it('nothing is stored under a version that is a list, until the next invalidation', async () => {
    await get({ page: 1 }, async () => 'list')
    const [key = ''] = await redis.keys(':v:campaigns')
    await redis.direct.del(key)
    await redis.direct.lpush(key, 'x')
    for (const word of ['a', 'b', 'c'])
      expect(await get({ page: 1 }, async () => word)).toEqual([word, 'miss'])
    await isolate.request().invalidate(['campaigns'])
    await get({ page: 1 }, async () => 'new list')
    expect(await get({ page: 1 }, async () => 'another')).toEqual(['new list', 'hit'])
  })
})
