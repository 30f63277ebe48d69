import { beforeEach, describe, expect, it, vi } from 'vitest'
import { day, hour, start, useStandIn } from './stand-in.ts'

const world = useStandIn()

const fail = async (path: string, more: object = {}) => {
  const { messageId } = await world.client.publish({
    url: world.target + path,
    retries: 0,
    body: path,
    ...more,
  })
  await world.wait(0)
  return messageId
}
const idsOf = async (request: object = {}) =>
  (await world.client.dlq.listMessages(request)).messages.map(({ messageId }) => messageId)

beforeEach(() => {
  world.respond(() => new Response('no', { status: 500, headers: { 'X-Why': 'tests' } }))
})

describe('dead letters', () => {
  it('hold the message and the last response', async () => {
    const messageId = await fail('/a', {
      label: ['x', 'y'],
      flowControl: { key: 'k', rate: 5, period: '1d' },
    })
    const { messages } = await world.client.dlq.listMessages()
    expect(messages).toMatchObject([
      {
        dlqId: `${start}-0`,
        messageId,
        responseStatus: 500,
        responseBody: 'no',
        labels: ['x', 'y'],
        flowControlKey: 'k',
        ratePerSecond: 5,
        period: 86_400,
      },
    ])
    expect(messages[0]?.responseHeader?.['X-Why']).toEqual(['tests'])
    const headers = { Authorization: 'Bearer local' }
    const answer = await fetch(`${world.qstash.url}/v2/dlq/${messages[0]?.dlqId}`, { headers })
    expect(await answer.json()).toMatchObject({ messageId })
  })

  it('are filtered by everything that the client offers', async () => {
    const { client, target } = world
    await client.urlGroups.addEndpoints({ name: 'group', endpoints: [{ url: `${target}/g` }] })
    await client.publish({ urlGroup: 'group', retries: 0 })
    await world.wait(0)
    const a = await fail('/a', { label: 'x' })
    world.respond(() => new Response(null, { status: 404 }))
    await world.wait(hour)
    const b = await fail('/b', { label: ['y', 'z'] })

    expect(await idsOf({ filter: { messageId: a } })).toEqual([a])
    expect(await idsOf({ filter: { label: ['x', 'z'] } })).toEqual([b, a])
    expect(await idsOf({ filter: { url: `${target}/b` } })).toEqual([b])
    expect(await idsOf({ filter: { responseStatus: [404, 410] } })).toEqual([b])
    expect(await idsOf({ filter: { fromDate: start + 1 } })).toEqual([b])
    expect(await idsOf({ filter: { urlGroup: 'group' } })).toHaveLength(1)
    expect(await idsOf({ filter: { queueName: 'none' } })).toEqual([])
    expect(await idsOf({ filter: { scheduleId: 'none' } })).toEqual([])
    const [{ dlqId = '' } = {}] = (await client.dlq.listMessages({ filter: { messageId: b } })).messages
    expect(await idsOf({ dlqIds: [dlqId] })).toEqual([b])
  })

  it('come in pages', async () => {
    const ids = [await fail('/a'), await fail('/b'), await fail('/c')]
    const first = await world.client.dlq.listMessages({ count: 2 })
    const second = await world.client.dlq.listMessages({
      count: 2,
      ...(first.cursor && { cursor: first.cursor }),
    })
    expect([...first.messages, ...second.messages].map(({ messageId }) => messageId)).toEqual(ids.reverse())
    expect(second.cursor).toBeUndefined()
  })

  it('are deleted one by one, by filter, and in pages', async () => {
    const { dlq } = world.client
    for (const path of ['/a', '/b', '/c', '/d', '/e']) await fail(path, { label: path === '/b' ? 'x' : 'y' })
    const [last] = (await dlq.listMessages()).messages
    await dlq.delete(last?.dlqId ?? '')
    vi.spyOn(console, 'error').mockImplementation(() => {})
    await expect(dlq.delete(last?.dlqId ?? '')).rejects.toMatchObject({ status: 404 })
    expect(await dlq.delete({ filter: { label: 'x' } })).toMatchObject({ deleted: 1 })
    expect(await dlq.delete({ filter: { label: 'x' } })).toEqual({ deleted: 0 })

    const page = await dlq.delete({ all: true, count: 2 })
    expect(page).toMatchObject({ deleted: 2, cursor: expect.any(String) })
    expect(await dlq.delete({ all: true, count: 2, cursor: page.cursor ?? '' })).toEqual({ deleted: 1 })
    expect(await idsOf()).toEqual([])
  })

  it('are not deleted by a filter with a typo', async () => {
    await fail('/a')
    for (const [method, path] of [
      ['DELETE', '/v2/dlq?labeel=x'],
      ['POST', '/v2/dlq/retry?labeel=x'],
      ['DELETE', '/v2/messages?labeel=x'],
    ] as const) {
      const answer = await fetch(world.qstash.url + path, {
        method,
        headers: { Authorization: 'Bearer local' },
      })
      expect(answer.status).toBe(400)
      expect(await answer.json()).toEqual({ error: 'unknown filter: labeel' })
    }
    expect(await idsOf()).toHaveLength(1)
  })

  it('are tried again as new messages', async () => {
    const { client, received } = world
    const first = await fail('/a', { method: 'PUT', headers: { 'X-A': '1' }, label: 'x' })
    const second = await fail('/b')
    world.respond(() => new Response())
    const { responses } = await client.dlq.retry({ filter: { label: 'x' } })
    expect(responses).toEqual([{ messageId: expect.not.stringMatching(first) }])
    await world.wait(0)
    expect(received.at(-1)).toMatchObject({ path: '/a', method: 'PUT', body: '/a' })
    expect(received.at(-1)?.headers.get('x-a')).toBe('1')
    expect(received.at(-1)?.headers.get('upstash-retried')).toBe('0')
    expect(await idsOf()).toEqual([second])
  })

  it('come back if they fail again', async () => {
    await fail('/a')
    await world.client.dlq.retry({ all: true })
    await world.wait(day)
    expect(await idsOf()).toHaveLength(1)
    expect(world.received).toHaveLength(2)
  })
})
