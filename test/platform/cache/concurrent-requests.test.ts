import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FaultyRedis, startFaultyRedis } from './faulty-redis.ts'
import { counted, makeIsolate, sleep, type TestIsolate } from './test-isolate.ts'

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
afterEach(() => isolate.settle())
afterAll(() => redis.close())

const requests = (
  size: number,
  compute: () => Promise<string>,
  names: (index: number) => object = () => ({}),
) =>
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

describe('many requests for the same value at the same time', () => {
  it('cost one computation, and three round trips to Redis', async () => {
    const list = slow(200)
    const answers = await requests(60, list.compute)
    await isolate.settle()
    expect(list.times).toBe(1)
    expect(new Set(answers.map(({ value }) => value))).toEqual(new Set(['list 1']))
    expect(answers.filter(({ status }) => status === 'miss')).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 'hit')).toHaveLength(59)
    // The look-up of the first request, the look-up that all others share, and the command that stores the value.
    expect(redis.commands).toHaveLength(3)
  })

  it('cost one computation, even while it is being stored', async () => {
    const list = slow(20)
    const started: Promise<unknown>[] = []
    for (let time = 0; time < 30; time++) {
      started.push(requests(2, list.compute))
      await sleep(3)
    }
    await Promise.all(started)
    expect(list.times).toBe(1)
  })

  it('cost one computation for each key', async () => {
    const list = slow(100)
    await requests(60, list.compute, (index) => ({ page: index % 3 }))
    expect(list.times).toBe(3)
  })

  it('never share a look-up that began before an invalidation', async () => {
    await requests(1, async () => 'old')
    await isolate.settle()
    const before = requests(20, async () => 'another')
    await isolate.request().invalidate(['campaigns'])
    const after = await requests(20, async () => 'new')
    await before
    expect(new Set(after.map(({ value }) => value))).toEqual(new Set(['new']))
  })

  it('compute for themselves if the computation that they wait for fails', async () => {
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

  it('do not wait forever for a computation that hangs', async () => {
    const [started, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const hanging = isolate.request().getOrSet(['campaigns'], {}, async () => {
      started.resolve()
      await released.promise
      return 'at last'
    })
    await started.promise
    const list = slow(10)
    const answers = await requests(3, list.compute)
    for (const { value } of answers) expect(value).toMatch(/^list/)
    // The cache has forgotten the computation that hangs, so this request finds the stored value.
    await expect.poll(async () => (await requests(1, list.compute))[0]?.status).toBe('hit')
    released.resolve()
    expect((await hanging).value).toBe('at last')
  })
})
