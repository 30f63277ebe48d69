import { describe, expect, it } from 'vitest'
import { second, useStandIn } from './stand-in.ts'

const world = useStandIn()

const bodiesAt = (path: string) =>
  world.received.filter((request) => request.path === path).map(({ body }) => JSON.parse(body))
const decoded = (base64: string) => Buffer.from(base64, 'base64').toString()

describe('callbacks', () => {
  it('bring the response of every try, and the failure to the failure callback', async () => {
    const { client, target } = world
    world.respond(({ path }) =>
      path === '/job'
        ? new Response('broken', { status: 500, headers: { 'X-Why': 'tests' } })
        : new Response(),
    )
    const { messageId } = await client.publish({
      url: `${target}/job`,
      body: 'work',
      retries: 1,
      callback: `${target}/callback`,
      failureCallback: `${target}/failure`,
      headers: { 'Upstash-Callback-Forward-X-Token': 'abc', 'Upstash-Callback-Method': 'PUT' },
    })
    await world.wait(0)
    expect(bodiesAt('/failure')).toEqual([])
    await world.wait(13 * second)

    const [first, last] = bodiesAt('/callback')
    expect(first).toMatchObject({
      status: 500,
      retried: 0,
      maxRetries: 1,
      sourceMessageId: messageId,
      url: `${target}/job`,
      method: 'POST',
    })
    expect(first.header['X-Why']).toEqual(['tests'])
    expect(decoded(first.body)).toBe('broken')
    expect(decoded(first.sourceBody)).toBe('work')
    expect(last).toMatchObject({ retried: 1 })
    const callback = world.received.find(({ path }) => path === '/callback')
    expect(callback?.method).toBe('PUT')
    expect(callback?.headers.get('x-token')).toBe('abc')
    expect(callback?.headers.get('upstash-signature')).toBeTruthy()

    const [failure] = bodiesAt('/failure')
    const { messages } = await client.dlq.listMessages()
    expect(failure).toMatchObject({ status: 500, retried: 1, dlqId: messages[0]?.dlqId })
  })

  it('bring a success once', async () => {
    const { client, target } = world
    await client.publish({
      url: `${target}/job`,
      callback: `${target}/callback`,
      failureCallback: `${target}/failure`,
    })
    await world.wait(0)
    expect(bodiesAt('/callback')).toMatchObject([{ status: 200 }])
    expect(bodiesAt('/failure')).toEqual([])
  })
})
