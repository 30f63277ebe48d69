import { describe, expect, it } from 'vitest'
import { exponentialBackOff, retryDelay } from '../../../local/qstash/delivery/back-off.ts'
import { day, hour, minute, second, start, useStandIn } from './stand-in.ts'

const world = useStandIn()

/** When the destination was called, in seconds after the start. */
const calls = () => world.received.map(({ at }) => Math.round((at - start) / second))

/** Lets the time pass second by second, so that each try comes as early as it may. */
async function watch(seconds: number) {
  for (let passed = 0; passed < seconds; passed += 1) await world.wait(second)
}

describe('the back-off', () => {
  it('is 12 s, 2 min 28 s, 30 min 8 s, 6 h 7 min, 24 h, 24 h', () => {
    const seconds = [1, 2, 3, 4, 5, 6].map((n) => Math.trunc(exponentialBackOff(n) / second))
    expect(seconds).toEqual([12, 148, 1808, 22026, 86400, 86400])
  })

  it.each([
    ['1000', [1000, 1000, 1000]],
    ['1000 * (1 + retried)', [1000, 2000, 3000]],
    ['pow(2, retried) * 1000', [1000, 2000, 4000]],
    ['max(1500, pow(2, retried) * 1000)', [1500, 2000, 4000]],
    ['10 - 2 - 3 + 7 % 4 * 2', [11, 11, 11]],
    ['floor(sqrt(17)) + ceil(exp(0)) + round(2.6) + abs(-2) + min(9, 3, 5)', [13, 13, 13]],
    ['-5', [0, 0, 0]],
    ['1000 * 60 * 60 * 48', [day, day, day]],
  ])('can be the expression %s', (expression, expected) => {
    const delays = [0, 1, 2].map((retried) =>
      retryDelay({
        message: { retried, retryDelay: expression },
        response: { header: {} },
        now: start,
        factor: 0.001,
      }),
    )
    expect(delays).toEqual(expected)
  })

  it.each([
    ['Retry-After', '0', 0],
    ['Retry-After', '90', 90 * second],
    ['Retry-After', new Date(start + hour).toUTCString(), hour],
    ['Retry-After', new Date(start - hour).toUTCString(), 0],
    ['X-Ratelimit-Reset', '6m5s', 6 * minute + 5 * second],
    ['X-Ratelimit-Reset-Requests', '1.5s', 1.5 * second],
    ['X-Ratelimit-Reset-Tokens', '20ms', 20],
    ['Retry-After', `${86_401}`, exponentialBackOff(1)],
    ['Retry-After', 'soon', exponentialBackOff(1)],
  ])('follows %s: %s', (name, value, expected) => {
    const message = { retried: 0, retryDelay: null }
    const response = { header: { [name]: [value] } }
    expect(retryDelay({ message, response, now: start, factor: 1 })).toBe(expected)
  })
})

describe('a destination that fails', () => {
  it('is tried three more times at the times of the back-off, then the message is a dead letter', async () => {
    const { client, target, received } = world
    world.respond(() => new Response('out of order', { status: 500 }))
    const { messageId } = await client.publish({ url: target, body: 'x' })
    await world.wait(0)
    await watch(13)
    await watch(149)
    await world.wait(30 * minute)
    await watch(9)
    expect(calls()).toEqual([0, 13, 13 + 149, 13 + 149 + 1809])
    expect(received.map(({ headers }) => headers.get('upstash-retried'))).toEqual(['0', '1', '2', '3'])
    expect(new Set(received.map(({ headers }) => headers.get('upstash-message-id')))).toEqual(
      new Set([messageId]),
    )

    const { messages } = await client.dlq.listMessages()
    expect(messages).toMatchObject([
      { messageId, responseStatus: 500, responseBody: 'out of order', maxRetries: 3, body: 'x', url: target },
    ])
    await world.wait(7 * day)
    expect(received).toHaveLength(4)
  })

  it('is left alone as soon as it succeeds', async () => {
    world.respond(
      ({ headers }) => new Response(null, { status: headers.get('upstash-retried') === '1' ? 204 : 503 }),
    )
    const { messageId } = await world.client.publish({ url: world.target })
    await world.wait(0)
    await world.wait(13 * second)
    await world.wait(day)
    expect(world.received).toHaveLength(2)
    expect((await world.client.dlq.listMessages()).messages).toEqual([])
    const { logs } = await world.client.logs({ messageIds: [messageId] })
    expect(logs.map(({ state }) => state).reverse()).toEqual([
      'CREATED',
      'ACTIVE',
      'ERROR',
      'RETRY',
      'ACTIVE',
      'DELIVERED',
    ])
    expect(logs.find(({ state }) => state === 'ERROR')).toMatchObject({
      responseStatus: 503,
      nextDeliveryTime: start + Math.round(exponentialBackOff(1)),
    })
  })

  it('says itself when to come back', async () => {
    world.respond(() => new Response(null, { status: 429, headers: { 'Retry-After': '45' } }))
    await world.client.publish({ url: world.target, retries: 1 })
    await world.wait(0)
    await world.wait(44 * second)
    expect(world.received).toHaveLength(1)
    await world.wait(second)
    expect(world.received).toHaveLength(2)
  })

  it('ends it at once with 489 and Upstash-NonRetryable-Error', async () => {
    world.respond(
      () =>
        new Response('no such period', { status: 489, headers: { 'Upstash-NonRetryable-Error': 'true' } }),
    )
    await world.client.publish({ url: world.target })
    await world.wait(0)
    await world.wait(day)
    expect(world.received).toHaveLength(1)
    expect((await world.client.dlq.listMessages()).messages).toMatchObject([{ responseStatus: 489 }])
  })

  it('is tried again after a 489 without that header, and after a redirect', async () => {
    const answers = [
      new Response(null, { status: 489 }),
      new Response(null, { status: 302, headers: { Location: '/' } }),
    ]
    world.respond(() => answers.shift() ?? new Response())
    await world.client.publish({ url: world.target })
    for (const wait of [0, 13 * second, 149 * second, day]) await world.wait(wait)
    expect(world.received).toHaveLength(3)
  })

  it('may take no longer than the timeout', async () => {
    let answer: (response: Response) => void = () => {}
    world.respond(() => new Promise((resolve) => (answer = resolve)))
    await world.client.publish({ url: world.target, timeout: 1, retries: 0 })
    await world.wait(0)
    answer(new Response())
    const { logs } = await world.client.logs({ filter: { state: 'ERROR' } })
    expect(logs).toMatchObject([{ responseStatus: 0, error: 'no response within 1 seconds' }])
  })

  it('may not listen at all', async () => {
    await world.client.publish({ url: 'http://127.0.0.1:1/', retries: 0 })
    await world.wait(0)
    const { logs } = await world.client.logs({ filter: { state: 'FAILED' } })
    expect(logs).toMatchObject([{ error: expect.stringContaining('ECONNREFUSED') }])
  })
})
