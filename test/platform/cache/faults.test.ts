import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Fault, type FaultyRedis, faults, startFaultyRedis } from './faulty-redis.ts'
import { makeIsolate, type TestIsolate } from './site.ts'

let redis: FaultyRedis
let isolate: TestIsolate
let said: string[]

/** Less than the five seconds of a slow Redis, more than a sound one ever needs. */
const TIMEOUT = 1_000

beforeAll(async () => {
  redis = await startFaultyRedis()
})
beforeEach(async () => {
  redis.fault = null
  await redis.direct.flushall()
  isolate = makeIsolate(redis, { timeout: TIMEOUT })
  said = []
  vi.spyOn(console, 'warn').mockImplementation((words) => void said.push(words))
  vi.spyOn(console, 'info').mockImplementation((words) => void said.push(words))
  // Only this clock: what is waited for is waited for.
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(async () => {
  // Or what it still owes would come to Redis in the middle of the next test.
  redis.fault = null
  vi.useRealTimers()
  await isolate.quiet()
  vi.restoreAllMocks()
})
afterAll(() => redis.close())

const read = (by: TestIsolate, value: string) =>
  by.request().getOrSet(['campaigns'], { list: 'all' }, async () => value)

async function visit(by: TestIsolate, value = 'list'): Promise<string> {
  const answer = await read(by, value)
  await by.quiet()
  return `${answer.status} ${answer.value}`
}

/** A slow one is left alone before it has answered. */
async function expectNobodyToHaveWaitedFor(fault: Fault): Promise<void> {
  if (fault.startsWith('slow')) await expect.poll(() => redis.abandoned).toBeGreaterThan(0)
}

const aSecondPasses = () => vi.setSystemTime(Date.now() + 1001)

describe.each(Object.keys(faults) as Fault[])('Redis %s', (fault) => {
  it('costs one visitor a little, nobody after that anything, and is back by itself', async () => {
    expect([await visit(isolate), await visit(isolate)]).toEqual(['miss list', 'hit list'])

    redis.fault = fault
    redis.abandoned = 0
    expect(await visit(isolate, 'computed')).toBe('bypass computed')
    await expectNobodyToHaveWaitedFor(fault)

    redis.commands.length = 0
    for (let time = 0; time < 20; time++) expect(await visit(isolate, 'computed')).toBe('bypass computed')
    expect(redis.commands).toEqual([])

    // One looks whether it is back, once a second, and its visitor does not wait for that.
    aSecondPasses()
    for (let time = 0; time < 5; time++) await read(isolate, 'computed')
    expect(redis.commands.length).toBeLessThanOrEqual(1)
    await isolate.quiet()
    expect(redis.commands).toHaveLength(1)

    redis.fault = null
    aSecondPasses()
    expect(await visit(isolate, 'computed')).toBe('bypass computed')
    expect(await visit(isolate, 'new list')).toBe('miss new list')
    expect(await visit(isolate)).toBe('hit new list')
    expect(said).toEqual([expect.stringMatching(/^The cache is off: \w+$/), 'The cache is back'])
  })

  it('brings nothing old back, when something was written meanwhile', async () => {
    await visit(isolate, 'old')
    redis.fault = fault
    redis.abandoned = 0
    await isolate.request().invalidateAfter(['campaigns'], async () => 'written')
    await expectNobodyToHaveWaitedFor(fault)
    expect((await read(isolate, 'new')).value).toBe('new')

    redis.fault = null
    aSecondPasses()
    for (let time = 0; time < 10; time++) expect((await read(isolate, 'new')).value).toBe('new')
    await vi.waitFor(async () => expect((await read(isolate, 'new')).status).toBe('hit'), WAIT)
  })
})

describe('a storing that fails', () => {
  it('is nobody’s to wait for, and the next visitors leave Redis alone', async () => {
    const cache = isolate.request()
    const answer = await cache.getOrSet(['campaigns'], { list: 'all' }, async () => {
      redis.fault = 'slow: it answers after 5 seconds'
      return 'list'
    })
    expect(answer).toEqual({ value: 'list', status: 'miss' })
    await isolate.quiet()
    expect(await visit(isolate)).toBe('bypass list')
  })
})

describe('an invalidation that fails', () => {
  it('comes to those who still reach Redis, once this isolate does', async () => {
    vi.useRealTimers()
    const other = makeIsolate({ url: redis.directUrl, token: redis.token })
    await visit(other, 'old')
    redis.fault = 'stopped'
    await isolate.request().invalidateAfter(['campaigns'], async () => 'written')
    expect((await read(isolate, 'new')).status).toBe('bypass')
    // This is what remains, until the bump has gone through or the entry is out of date.
    expect(await visit(other, 'new')).toBe('hit old')
    redis.fault = null
    // By itself: nobody visits the isolate that owes it.
    await vi.waitFor(async () => expect((await read(other, 'new')).value).toBe('new'), WAIT)
  })

  it('is not forgotten for one that comes after it', async () => {
    vi.useRealTimers()
    const other = makeIsolate({ url: redis.directUrl, token: redis.token })
    const people = (value: string) => other.request().getOrSet(['influencers'], {}, async () => value)
    await people('old')
    await visit(other, 'old')
    redis.fault = 'stopped'
    await isolate.request().invalidate(['influencers'])
    await isolate.request().invalidate(['campaigns'])
    redis.fault = null
    await vi.waitFor(async () => expect((await read(other, 'new')).value).toBe('new'), WAIT)
    expect((await people('new')).value).toBe('new')
  })

  it('is made good by others who saw Redis away, when its own isolate is gone', async () => {
    const other = makeIsolate(redis, { timeout: TIMEOUT })
    await visit(other, 'old')
    redis.fault = 'stopped'
    for (let time = 0; time < 2; time++) {
      expect(await visit(other, 'old')).toBe('bypass old')
      aSecondPasses()
    }
    redis.fault = null
    expect(await visit(other, 'new')).toBe('bypass new')
    expect(await visit(other, 'new')).toBe('miss new')
  })
})

const WAIT = { timeout: 10_000, interval: 100 }
