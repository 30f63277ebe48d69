import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FaultyRedis, startFaultyRedis } from './faulty-redis.ts'
import { counted, makeIsolate, sleep } from './site.ts'

let redis: FaultyRedis

beforeAll(async () => {
  redis = await startFaultyRedis()
})
beforeEach(() => redis.direct.flushall())
afterAll(() => redis.close())

describe('an invalidation', () => {
  it('makes everything of its namespace stale, in every isolate, and nothing else', async () => {
    const [here, there] = [makeIsolate(redis), makeIsolate(redis)]
    const visit = async (isolate: typeof here, namespace: 'campaigns' | 'statistics', page: number) => {
      const { status } = await isolate.request().getOrSet([namespace], { page }, async () => 'x')
      await isolate.quiet()
      return status
    }
    for (const page of [1, 2])
      for (const use of ['campaigns', 'statistics'] as const) await visit(here, use, page)
    expect(await visit(there, 'campaigns', 1)).toBe('hit')
    await here.request().invalidate(['campaigns'])
    for (const page of [1, 2]) {
      expect(await visit(there, 'campaigns', page)).toBe('miss')
      expect(await visit(here, 'campaigns', page)).toBe('hit')
      expect(await visit(there, 'statistics', page)).toBe('hit')
    }
  })

  it('of any namespace makes an entry stale that shows something of several', async () => {
    const isolate = makeIsolate(redis)
    const visit = async () => {
      const { status } = await isolate.request().getOrSet(['campaigns', 'influencers'], {}, async () => 'x')
      await isolate.quiet()
      return status
    }
    expect([await visit(), await visit()]).toEqual(['miss', 'hit'])
    await isolate.request().invalidate(['influencers'])
    expect([await visit(), await visit()]).toEqual(['miss', 'hit'])
    await isolate.request().invalidate(['statistics', 'campaigns'])
    expect([await visit(), await visit()]).toEqual(['miss', 'hit'])
  })

  it('comes too, when the write threw: it may have been done', async () => {
    const isolate = makeIsolate(redis)
    await isolate.request().getOrSet(['campaigns'], {}, async () => 'old')
    await isolate.quiet()
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

describe('an invalidation while something is computed', () => {
  it('leaves what was read before it to those who came before it', async () => {
    const [here, there] = [makeIsolate(redis), makeIsolate(redis)]
    const database = { list: 'old' }
    const slow = here.request().getOrSet(['campaigns'], {}, async () => {
      const { list } = database
      await sleep(200)
      return list
    })
    await sleep(100)
    await there.request().invalidateAfter(['campaigns'], async () => {
      database.list = 'new'
    })
    // The old one is still under way here, and must not be joined.
    const after = here.request().getOrSet(['campaigns'], {}, async () => database.list)
    expect((await after).value).toBe('new')
    expect((await slow).value).toBe('old')
    await Promise.all([here.quiet(), there.quiet()])
    for (const isolate of [here, there])
      expect((await isolate.request().getOrSet(['campaigns'], {}, async () => database.list)).value).toBe(
        'new',
      )
  })
})

describe('a version that Redis drops', () => {
  it('never brings back what was stored before', async () => {
    const [here, there] = [makeIsolate(redis), makeIsolate(redis)]
    const list = counted((time) => `list ${time}`)
    const visit = async (isolate: typeof here) => {
      const { value } = await isolate.request().getOrSet(['campaigns'], {}, list.compute)
      await isolate.quiet()
      return value
    }
    expect(await visit(here)).toBe('list 1')
    for (let time = 0; time < 5; time++) {
      const before = list.times
      await here.request().invalidate(['campaigns'])
      for (const key of await redis.keys(':v:campaigns')) await redis.direct.del(key)
      expect(await visit(here)).toBe(`list ${before + 1}`)
      expect(await visit(there)).not.toBe('list 1')
    }
  })

  it('is made again by the next visit but one', async () => {
    const isolate = makeIsolate(redis)
    const visit = async () => {
      const { status } = await isolate.request().getOrSet(['campaigns'], {}, async () => 'list')
      await isolate.quiet()
      return status
    }
    await visit()
    for (const key of await redis.keys(':v:campaigns')) await redis.direct.del(key)
    expect([await visit(), await visit(), await visit()]).toEqual(['miss', 'miss', 'hit'])
  })
})

// The rule in one sentence: whoever comes after a write was answered sees it, or something newer.
it('never gives what is older than the last write that was answered', async () => {
  const step = fc.record({
    what: fc.nat(24).map((dice) => (dice === 0 ? 'evict' : dice < 3 ? 'write' : 'read')),
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
      const tooOld: string[] = []

      const read = async ({ isolate, page, reading }: (typeof steps)[number]) => {
        const least = database.answered
        const cache = isolates[isolate]?.request()
        const answer = await cache?.getOrSet(['campaigns'], { page }, async () => {
          await sleep(reading)
          const { written } = database
          await sleep(reading)
          return written
        })
        if (!answer) return
        seen[answer.status]++
        if (answer.value < least) tooOld.push(`${answer.status}: ${answer.value} after ${least}`)
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

      const going: Promise<void>[] = []
      for (const one of steps) {
        going.push({ read, write, evict }[one.what](one))
        await sleep(one.wait)
      }
      await Promise.all(going)
      await Promise.all(isolates.map((isolate) => isolate.quiet()))
      expect(tooOld).toEqual([])
    }),
    { numRuns: 12 },
  )
  // It would also hold for a cache that keeps nothing.
  expect(seen.hit).toBeGreaterThan(0)
})
