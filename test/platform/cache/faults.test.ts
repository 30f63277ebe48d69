import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Fault, type FaultyRedis, faults, startFaultyRedis } from './faulty-redis.ts'
import { makeIsolate, type TestIsolate } from './site.ts'

let redis: FaultyRedis
let isolate: TestIsolate
let said: string[]

/** Less than the five seconds of a slow Redis, more than a sound one ever needs. */
const PATIENCE = 1_000

beforeAll(async () => {
  redis = await startFaultyRedis()
})
beforeEach(async () => {
  redis.fault = null
  await redis.direct.flushall()
  isolate = makeIsolate(redis, { patience: PATIENCE })
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
  by.request().through(['campaigns'], { list: 'all' }, async () => value)

async function came(by: TestIsolate, value = 'list'): Promise<string> {
  const answer = await read(by, value)
  await by.quiet()
  return `${answer.came} ${answer.value}`
}

/** A slow one is left alone before it has answered. */
async function expectNobodyToHaveWaitedFor(fault: Fault): Promise<void> {
  if (fault.startsWith('slow')) await expect.poll(() => redis.abandoned).toBeGreaterThan(0)
}

const aSecondPasses = () => vi.setSystemTime(Date.now() + 1001)

describe.each(Object.keys(faults) as Fault[])('Redis %s', (fault) => {
  it('costs one visitor a little, nobody after that anything, and is back by itself', async () => {
    expect([await came(isolate), await came(isolate)]).toEqual(['miss list', 'hit list'])

    redis.fault = fault
    redis.abandoned = 0
    expect(await came(isolate, 'computed')).toBe('bypass computed')
    await expectNobodyToHaveWaitedFor(fault)

    redis.came.length = 0
    for (let visit = 0; visit < 20; visit++) expect(await came(isolate, 'computed')).toBe('bypass computed')
    expect(redis.came).toEqual([])

    // One looks whether it is back, once a second, and its visitor does not wait for that.
    aSecondPasses()
    for (let visit = 0; visit < 5; visit++) await read(isolate, 'computed')
    expect(redis.came.length).toBeLessThanOrEqual(1)
    await isolate.quiet()
    expect(redis.came).toHaveLength(1)

    redis.fault = null
    aSecondPasses()
    expect(await came(isolate, 'computed')).toBe('bypass computed')
    expect(await came(isolate, 'new list')).toBe('miss new list')
    expect(await came(isolate)).toBe('hit new list')
    expect(said).toEqual([expect.stringMatching(/^The cache is left alone: \w+$/), 'The cache is back'])
  })

  it('brings nothing old back, when something was written meanwhile', async () => {
    await came(isolate, 'old')
    redis.fault = fault
    redis.abandoned = 0
    await isolate.request().changing(['campaigns'], async () => 'written')
    await expectNobodyToHaveWaitedFor(fault)
    expect((await read(isolate, 'new')).value).toBe('new')

    redis.fault = null
    aSecondPasses()
    for (let visit = 0; visit < 10; visit++) expect((await read(isolate, 'new')).value).toBe('new')
    await vi.waitFor(async () => expect((await read(isolate, 'new')).came).toBe('hit'), WAIT)
  })
})

describe('a storing that fails', () => {
  it('is nobody’s to wait for, and the next visitors leave Redis alone', async () => {
    const cache = isolate.request()
    const answer = await cache.through(['campaigns'], { list: 'all' }, async () => {
      redis.fault = 'slow: it answers after 5 seconds'
      return 'list'
    })
    expect(answer).toEqual({ value: 'list', came: 'miss' })
    await isolate.quiet()
    expect(await came(isolate)).toBe('bypass list')
  })
})

describe('a bump that fails', () => {
  it('comes to those who still reach Redis, once this isolate does', async () => {
    vi.useRealTimers()
    const other = makeIsolate({ url: redis.directUrl, token: redis.token })
    await came(other, 'old')
    redis.fault = 'stopped'
    await isolate.request().changing(['campaigns'], async () => 'written')
    expect((await read(isolate, 'new')).came).toBe('bypass')
    // This is what remains, until the bump has gone through or the entry is out of date.
    expect(await came(other, 'new')).toBe('hit old')
    redis.fault = null
    // By itself: nobody visits the isolate that owes it.
    await vi.waitFor(async () => expect((await read(other, 'new')).value).toBe('new'), WAIT)
  })

  it('is not forgotten for one that comes after it', async () => {
    vi.useRealTimers()
    const other = makeIsolate({ url: redis.directUrl, token: redis.token })
    const people = (value: string) => other.request().through(['influencers'], {}, async () => value)
    await people('old')
    await came(other, 'old')
    redis.fault = 'stopped'
    await isolate.request().bump(['influencers'])
    await isolate.request().bump(['campaigns'])
    redis.fault = null
    await vi.waitFor(async () => expect((await read(other, 'new')).value).toBe('new'), WAIT)
    expect((await people('new')).value).toBe('new')
  })

  it('is made good by others who saw Redis away, when its own isolate is gone', async () => {
    const other = makeIsolate(redis, { patience: PATIENCE })
    await came(other, 'old')
    redis.fault = 'stopped'
    for (let visit = 0; visit < 2; visit++) {
      expect(await came(other, 'old')).toBe('bypass old')
      aSecondPasses()
    }
    redis.fault = null
    expect(await came(other, 'new')).toBe('bypass new')
    expect(await came(other, 'new')).toBe('miss new')
  })
})

const WAIT = { timeout: 10_000, interval: 100 }
