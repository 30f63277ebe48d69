import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { eventually } from '../../support/eventually.ts'
import { type Fault, type FaultyRedis, faults, startFaultyRedis } from './faulty-redis.ts'
import { makeIsolate, type TestIsolate } from './test-isolate.ts'

let redis: FaultyRedis
let isolate: TestIsolate
let logged: string[]

/** In milliseconds. A slow Redis takes five seconds. One without a fault may take long too, on a busy machine. */
const timeout = () => (redis.fault?.startsWith('slow') ? 1_000 : 10_000)

beforeAll(async () => {
  redis = await startFaultyRedis()
})
beforeEach(async () => {
  redis.fault = null
  await redis.direct.flushall()
  isolate = makeIsolate(redis, { timeout })
  logged = []
  vi.spyOn(console, 'warn').mockImplementation((message) => void logged.push(message))
  vi.spyOn(console, 'info').mockImplementation((message) => void logged.push(message))
  // Timers stay real.
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(async () => {
  // A pending invalidation would otherwise reach Redis during the next test.
  redis.fault = null
  vi.useRealTimers()
  await isolate.settle()
  vi.restoreAllMocks()
})
afterAll(() => redis.close())

const read = (by: TestIsolate, value: string) =>
  by.request().getOrSet(['campaigns'], { list: 'all' }, async () => value)

async function visit(by: TestIsolate, value = 'list'): Promise<string> {
  const answer = await read(by, value)
  await by.settle()
  return `${answer.status} ${answer.value}`
}

/** Expects that a slow command timed out before Redis answered. */
async function expectTimeout(fault: Fault): Promise<void> {
  if (fault.startsWith('slow')) await expect.poll(() => redis.abandoned).toBeGreaterThan(0)
}

const advanceOneSecond = () => vi.setSystemTime(Date.now() + 1001)

describe.each(Object.keys(faults) as Fault[])('Redis %s', (fault) => {
  it('delays only one visitor, and the cache recovers by itself', async () => {
    expect([await visit(isolate), await visit(isolate)]).toEqual(['miss list', 'hit list'])

    redis.fault = fault
    redis.abandoned = 0
    expect(await visit(isolate, 'computed')).toBe('bypass computed')
    await expectTimeout(fault)

    redis.commands.length = 0
    for (let time = 0; time < 20; time++) expect(await visit(isolate, 'computed')).toBe('bypass computed')
    expect(redis.commands).toEqual([])

    // One request a second checks in the background whether Redis is back.
    advanceOneSecond()
    for (let time = 0; time < 5; time++) await read(isolate, 'computed')
    expect(redis.commands.length).toBeLessThanOrEqual(1)
    await isolate.settle()
    expect(redis.commands).toHaveLength(1)

    redis.fault = null
    advanceOneSecond()
    expect(await visit(isolate, 'computed')).toBe('bypass computed')
    expect(await visit(isolate, 'new list')).toBe('miss new list')
    expect(await visit(isolate)).toBe('hit new list')
    expect(logged).toEqual([expect.stringMatching(/^The cache is off: \w+$/), 'The cache is back'])
  })

  it('never gives a stale value after a write during the fault', async () => {
    await visit(isolate, 'old')
    redis.fault = fault
    redis.abandoned = 0
    await isolate.request().invalidateAfter(['campaigns'], async () => 'written')
    await expectTimeout(fault)
    expect((await read(isolate, 'new')).value).toBe('new')

    redis.fault = null
    advanceOneSecond()
    for (let time = 0; time < 10; time++) expect((await read(isolate, 'new')).value).toBe('new')
    await eventually(async () => expect((await read(isolate, 'new')).status).toBe('hit'))
  })
})

describe('a command to store a value that fails', () => {
  it('delays nobody, and the next visitors bypass Redis', async () => {
    const cache = isolate.request()
    const answer = await cache.getOrSet(['campaigns'], { list: 'all' }, async () => {
      redis.fault = 'slow: it answers after 5 seconds'
      return 'list'
    })
    expect(answer).toEqual({ value: 'list', status: 'miss' })
    await isolate.settle()
    expect(await visit(isolate)).toBe('bypass list')
  })
})

describe('an invalidation that fails', () => {
  it('is retried in the background, and reaches isolates that can still use Redis', async () => {
    vi.useRealTimers()
    const other = makeIsolate({ url: redis.directUrl, token: redis.token })
    await visit(other, 'old')
    redis.fault = 'stopped'
    await isolate.request().invalidateAfter(['campaigns'], async () => 'written')
    expect((await read(isolate, 'new')).status).toBe('bypass')
    // The other isolate may give the old value until the invalidation has succeeded or the entry expires.
    expect(await visit(other, 'new')).toBe('hit old')
    redis.fault = null
    // Without a further visit to the isolate whose invalidation failed.
    await eventually(async () => expect((await read(other, 'new')).value).toBe('new'))
  })

  it('is retried together with later ones', async () => {
    vi.useRealTimers()
    const other = makeIsolate({ url: redis.directUrl, token: redis.token })
    const people = (value: string) => other.request().getOrSet(['influencers'], {}, async () => value)
    await people('old')
    await visit(other, 'old')
    redis.fault = 'stopped'
    await isolate.request().invalidate(['influencers'])
    await isolate.request().invalidate(['campaigns'])
    redis.fault = null
    await eventually(async () => expect((await read(other, 'new')).value).toBe('new'))
    expect((await people('new')).value).toBe('new')
  })

  it('is repeated by other isolates that could not reach Redis, because its own isolate may be gone', async () => {
    const other = makeIsolate(redis, { timeout })
    await visit(other, 'old')
    redis.fault = 'stopped'
    for (let time = 0; time < 2; time++) {
      expect(await visit(other, 'old')).toBe('bypass old')
      advanceOneSecond()
    }
    redis.fault = null
    expect(await visit(other, 'new')).toBe('bypass new')
    expect(await visit(other, 'new')).toBe('miss new')
  })
})
