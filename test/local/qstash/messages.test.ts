import { describe, expect, it, vi } from 'vitest'
import { day, hour, second, start, useStandIn } from './stand-in.ts'

const world = useStandIn()

const later = (path: string, more: object = {}) =>
  world.client.publish({ url: world.target + path, delay: '10d', body: path, ...more })

describe('messages', () => {
  it('can be read until they are delivered', async () => {
    const { client, target } = world
    const { messageId } = await later('/a?b=1', {
      method: 'PATCH',
      retries: 5,
      label: ['x', 'y'],
      headers: { 'X-Token': 'abc' },
      callback: `${target}/callback`,
      failureCallback: `${target}/failure`,
      flowControl: { key: 'k', parallelism: 10, rate: 5, period: '1d' },
      retryDelay: '1000',
    })
    expect(await client.messages.get(messageId)).toMatchObject({
      messageId,
      url: `${target}/a?b=1`,
      method: 'PATCH',
      body: '/a?b=1',
      header: { 'X-Token': ['abc'] },
      maxRetries: 5,
      createdAt: start,
      notBefore: start + 10 * day,
      label: 'x',
      labels: ['x', 'y'],
      callback: `${target}/callback`,
      failureCallback: `${target}/failure`,
      flowControlKey: 'k',
      parallelism: 10,
      rate: 5,
      ratePerSecond: 5,
      period: 86_400,
      retryDelayExpression: '1000',
    })
    await world.wait(10 * day)
    vi.spyOn(console, 'error').mockImplementation(() => {})
    await expect(client.messages.get(messageId)).rejects.toMatchObject({ status: 404 })
  })

  it('show bytes that are no text as Base64', async () => {
    const bytes = new Uint8Array([0xff, 0, 0x80])
    const { messageId } = await world.client.publish({
      url: world.target,
      delay: 60,
      body: new Blob([bytes]),
    })
    const message = await world.client.messages.get(messageId)
    expect(message).toMatchObject({ bodyBase64: '/wCA' })
    expect(message).not.toHaveProperty('body')
  })

  it('are canceled one by one, by id, by filter, or all', async () => {
    const { client, received } = world
    const ids: string[] = []
    for (const path of ['/a', '/b', '/c', '/d', '/e', '/f']) {
      const label = path === '/d' || path === '/e' ? 'news' : 'other'
      ids.push((await later(path, { label })).messageId)
    }
    const [a = '', b = '', c = ''] = ids
    expect(await client.messages.cancel(a)).toEqual({ cancelled: 1 })
    expect(await client.messages.cancel([a, b, c])).toEqual({ cancelled: 2 })
    expect(await client.messages.cancel({ filter: { label: 'news', path: ['/e', '/f'] } })).toEqual({
      cancelled: 1,
    })
    expect(await client.messages.cancel({ filter: { host: 'localhost' } })).toEqual({ cancelled: 0 })
    expect(await client.messages.cancel({ all: true })).toEqual({ cancelled: 2 })
    await world.wait(11 * day)
    expect(received).toEqual([])
    const { logs } = await client.logs({ filter: { state: 'CANCELED' } })
    expect(logs).toHaveLength(6)
  })

  it('are listed', async () => {
    await later('/a')
    const headers = { Authorization: 'Bearer local' }
    const answer = await fetch(`${world.qstash.url}/v2/messages`, { headers })
    expect(await answer.json()).toMatchObject({ messages: [{ url: `${world.target}/a` }] })
  })

  it('that are canceled during a try are not tried again', async () => {
    world.respond(async ({ headers }) => {
      await world.client.messages.cancel(headers.get('upstash-message-id') ?? '')
      return new Response(null, { status: 500 })
    })
    await world.client.publish({ url: world.target })
    await world.wait(0)
    await world.wait(day)
    expect(world.received).toHaveLength(1)
    expect((await world.client.dlq.listMessages()).messages).toEqual([])
  })
})

describe('logs', () => {
  it('are newest first, in pages, by filter and by time', async () => {
    const { client, target } = world
    const a = await client.publish({ url: `${target}/a`, body: 'secret', label: 'l' })
    await world.wait(0)
    await world.wait(hour)
    await client.publish({ url: `${target}/b` })
    await world.wait(0)

    const states = (logs: { url: string; state: string }[]) =>
      logs.map(({ url, state }) => `${new URL(url).pathname} ${state}`)
    const first = await client.logs({ count: 4 })
    expect(states(first.logs)).toEqual(['/b DELIVERED', '/b ACTIVE', '/b CREATED', '/a DELIVERED'])
    const rest = await client.logs({ count: 4, cursor: first.cursor ?? '' })
    expect(states(rest.logs)).toEqual(['/a ACTIVE', '/a CREATED'])
    expect(rest.cursor).toBeUndefined()

    const find = async (filter: object) => states((await client.logs({ filter })).logs)
    expect(await find({ label: 'l', state: 'DELIVERED' })).toEqual(['/a DELIVERED'])
    expect(await find({ path: ['/b', '/c'] })).toHaveLength(3)
    expect(await find({ url: `${target}/a` })).toHaveLength(3)
    expect(await find({ fromDate: start + second })).toHaveLength(3)
    expect(await find({ toDate: new Date(start + second) })).toHaveLength(3)
    expect((await client.logs({ messageIds: [a.messageId] })).logs).toHaveLength(3)
    const [log] = (await client.logs({ filter: { state: 'CREATED', label: 'l' } })).logs
    expect(Buffer.from(log?.body ?? '', 'base64').toString()).toBe('secret')
  })

  it('hide what is to be redacted, but it is delivered', async () => {
    const { client, target, received } = world
    await client.publish({
      url: target,
      body: 'secret body',
      headers: { 'X-Secret': 'secret header', 'X-Public': 'seen' },
      redact: { body: true, header: ['x-secret'] },
    })
    await world.wait(0)
    expect(received[0]).toMatchObject({ body: 'secret body' })
    const shown = JSON.stringify((await client.logs()).logs)
    expect(shown).toContain('seen')
    expect(shown).not.toContain('secret header')
    expect(shown).not.toContain(Buffer.from('secret body').toString('base64'))
  })
})
