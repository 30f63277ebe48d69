import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FaultyRedis, startFaultyRedis } from './faulty-redis.ts'
import { counted, makeIsolate, sleep } from './test-isolate.ts'

let redis: FaultyRedis

beforeAll(async () => {
  redis = await startFaultyRedis()
})
beforeEach(() => redis.direct.flushall())
afterAll(() => redis.close())

describe('an invalidation', () => {
  it('makes all entries of its namespace stale, in every isolate, and no others', async () => {
    const [one, other] = [makeIsolate(redis), makeIsolate(redis)]
    const visit = async (isolate: typeof one, namespace: 'campaigns' | 'statistics', page: number) => {
      const { status } = await isolate.request().getOrSet([namespace], { page }, async () => 'x')
      await isolate.settle()
      return status
    }
    for (const page of [1, 2])
      for (const namespace of ['campaigns', 'statistics'] as const) await visit(one, namespace, page)
    expect(await visit(other, 'campaigns', 1)).toBe('hit')
    await one.request().invalidate(['campaigns'])
    for (const page of [1, 2]) {
      expect(await visit(other, 'campaigns', page)).toBe('miss')
      expect(await visit(one, 'campaigns', page)).toBe('hit')
      expect(await visit(other, 'statistics', page)).toBe('hit')
    }
  })

  it('of one namespace makes entries stale that depend on several', async () => {
    const isolate = makeIsolate(redis)
    const visit = async () => {
      const { status } = await isolate.request().getOrSet(['campaigns', 'influencers'], {}, async () => 'x')
      await isolate.settle()
      return status
    }
    expect([await visit(), await visit()]).toEqual(['miss', 'hit'])
    await isolate.request().invalidate(['influencers'])
    expect([await visit(), await visit()]).toEqual(['miss', 'hit'])
    await isolate.request().invalidate(['statistics', 'campaigns'])
    expect([await visit(), await visit()]).toEqual(['miss', 'hit'])
  })

  it('also comes after a write that throws, because the change may have been made', async () => {
    const isolate = makeIsolate(redis)
    await isolate.request().getOrSet(['campaigns'], {}, async () => 'old')
    await isolate.settle()
    const lost = isolate
      .request()
      .invalidateAfter(['campaigns'], () => Promise.reject(new Error('no answer')))
    await expect(lost).rejects.toThrow('no answer')
    expect(await isolate.request().getOrSet(['campaigns'], {}, async () => 'new')).toEqual({
      value: 'new',
      status: 'miss',
    })
  })
})

describe('an invalidation during a computation', () => {
  it('makes its result stale for all later requests', async () => {
    const [one, other] = [makeIsolate(redis), makeIsolate(redis)]
    const database = { list: 'old' }
    const [started, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const slow = one.request().getOrSet(['campaigns'], {}, async () => {
      const { list } = database
      started.resolve()
      await released.promise
      return list
    })
    await started.promise
    await other.request().invalidateAfter(['campaigns'], async () => {
      database.list = 'new'
    })
    // The old computation still runs in this isolate, but a new request must not join it.
    const after = one.request().getOrSet(['campaigns'], {}, async () => database.list)
    expect((await after).value).toBe('new')
    released.resolve()
    expect((await slow).value).toBe('old')
    await Promise.all([one.settle(), other.settle()])
    for (const isolate of [one, other])
      expect((await isolate.request().getOrSet(['campaigns'], {}, async () => database.list)).value).toBe(
        'new',
      )
  })
})

describe('a version that Redis evicts', () => {
  it('never makes an older entry valid again', async () => {
    const [one, other] = [makeIsolate(redis), makeIsolate(redis)]
    const list = counted((time) => `list ${time}`)
    const visit = async (isolate: typeof one) => {
      const { value } = await isolate.request().getOrSet(['campaigns'], {}, list.compute)
      await isolate.settle()
      return value
    }
    expect(await visit(one)).toBe('list 1')
    for (let time = 0; time < 5; time++) {
      const before = list.times
      await one.request().invalidate(['campaigns'])
      for (const key of await redis.keys(':v:campaigns')) await redis.direct.del(key)
      expect(await visit(one)).toBe(`list ${before + 1}`)
      expect(await visit(other)).not.toBe('list 1')
    }
  })

  it('is created again by the second request', async () => {
    const isolate = makeIsolate(redis)
    const visit = async () => {
      const { status } = await isolate.request().getOrSet(['campaigns'], {}, async () => 'list')
      await isolate.settle()
      return status
    }
    await visit()
    for (const key of await redis.keys(':v:campaigns')) await redis.direct.del(key)
    expect([await visit(), await visit(), await visit()]).toEqual(['miss', 'miss', 'hit'])
  })
})

it('never returns a value from before the last completed write', async () => {
  const step = fc.record({
    what: fc.oneof(
      { arbitrary: fc.constant('evict'), weight: 1 },
      { arbitrary: fc.constant('write'), weight: 2 },
      { arbitrary: fc.constant('read'), weight: 22 },
    ),
    isolate: fc.nat(2),
    page: fc.nat(1),
    reading: fc.nat(8),
    wait: fc.nat(6),
  })
  const seen = { hit: 0, miss: 0, bypass: 0 }

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 80 }), async (steps) => {
      const isolates = [makeIsolate(redis), makeIsolate(redis), makeIsolate(redis)]
      const database = { written: 0, answered: 0 }
      const stale: string[] = []

      const read = async ({ isolate, page, reading }: (typeof steps)[number]) => {
        const oldest = database.answered
        const cache = isolates[isolate]?.request()
        const answer = await cache?.getOrSet(['campaigns'], { page }, async () => {
          await sleep(reading)
          const { written } = database
          await sleep(reading)
          return written
        })
        if (!answer) return
        seen[answer.status]++
        if (answer.value < oldest) stale.push(`${answer.status}: ${answer.value} after ${oldest}`)
      }
      const write = async ({ isolate, reading }: (typeof steps)[number]) => {
        const mine = await isolates[isolate]?.request().invalidateAfter(['campaigns'], async () => {
          await sleep(reading)
          database.written++
          return database.written
        })
        database.answered = Math.max(database.answered, mine ?? 0)
      }
      const evict = async () => {
        for (const key of await redis.keys(':v:campaigns')) await redis.direct.del(key)
      }

      const started: Promise<void>[] = []
      for (const step of steps) {
        started.push({ read, write, evict }[step.what](step))
        await sleep(step.wait)
      }
      await Promise.all(started)
      await Promise.all(isolates.map((isolate) => isolate.settle()))
      expect(stale).toEqual([])
    }),
    { numRuns: 12 },
  )
  // A cache that stores nothing would pass everything above.
  expect(seen.hit).toBeGreaterThan(0)
})
