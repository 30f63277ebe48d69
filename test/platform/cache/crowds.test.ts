import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FaultyRedis, startFaultyRedis } from './faulty-redis.ts'
import { counted, makeIsolate, sleep, type TestIsolate } from './site.ts'

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
afterEach(() => isolate.quiet())
afterAll(() => redis.close())

const crowd = (size: number, compute: () => Promise<string>, names: (index: number) => object = () => ({})) =>
  Promise.all(
    Array.from({ length: size }, (_, index) =>
      isolate.request().getOrSet(['campaigns'], names(index), compute),
    ),
  )
const slow = (milliseconds: number) =>
  counted(async (time) => {
    await sleep(milliseconds)
    return `list ${time}`
  })

describe('a crowd that wants the same', () => {
  it('costs one computation, and three round trips to Redis', async () => {
    const list = slow(200)
    const answers = await crowd(60, list.compute)
    await isolate.quiet()
    expect(list.times).toBe(1)
    expect(new Set(answers.map(({ value }) => value))).toEqual(new Set(['list 1']))
    expect(answers.filter(({ status }) => status === 'miss')).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 'hit')).toHaveLength(59)
    // The first one's look, the one that all who came meanwhile share, and the storing.
    expect(redis.commands).toHaveLength(3)
  })

  it('costs one, even while it is being stored', async () => {
    const list = slow(20)
    const going: Promise<unknown>[] = []
    for (let time = 0; time < 30; time++) {
      going.push(crowd(2, list.compute))
      await sleep(3)
    }
    await Promise.all(going)
    expect(list.times).toBe(1)
  })

  it('is not held up by a crowd that wants something else', async () => {
    const list = slow(100)
    await crowd(60, list.compute, (index) => ({ page: index % 3 }))
    expect(list.times).toBe(3)
  })

  it('shares no look-up that began before it came', async () => {
    await crowd(1, async () => 'old')
    await isolate.quiet()
    const before = crowd(20, async () => 'another')
    await isolate.request().invalidate(['campaigns'])
    const after = await crowd(20, async () => 'new')
    await before
    expect(new Set(after.map(({ value }) => value))).toEqual(new Set(['new']))
  })

  it('computes each for itself when the one that it waits for fails', async () => {
    const failing = counted(async (time) => {
      await sleep(100)
      if (time === 1) throw new Error('no such table')
      return `list ${time}`
    })
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, () => isolate.request().getOrSet(['campaigns'], {}, failing.compute)),
    )
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
  })

  it('does not wait for ever for one that hangs', async () => {
    let release = () => {}
    const hanging = isolate.request().getOrSet(['campaigns'], {}, async () => {
      await new Promise<void>((resolve) => {
        release = resolve
      })
      return 'at last'
    })
    await sleep(100)
    const list = slow(10)
    const answers = await crowd(3, list.compute)
    for (const { value } of answers) expect(value).toMatch(/^list/)
    // What hangs was cleared away: who comes now finds what the others have stored.
    await sleep(100)
    expect((await crowd(1, list.compute))[0]?.status).toBe('hit')
    release()
    expect((await hanging).value).toBe('at last')
  })
})
