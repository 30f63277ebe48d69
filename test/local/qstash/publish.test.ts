import { describe, expect, it, vi } from 'vitest'
import { hour, minute, second, start, useStandIn } from './stand-in.ts'

const world = useStandIn()

/** The client prints every refusal. */
function expectRefusal(call: () => Promise<unknown>) {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  return expect(call()).rejects
}

describe('publishing', () => {
  it('delivers method, headers and body to the destination, and says what was accepted', async () => {
    const { client, target, received } = world
    const answer = await client.publishJSON({
      url: `${target}/jobs/sweep?chunk=1&b=%20`,
      body: { hello: 'wörld' },
      method: 'PUT',
      headers: { 'X-Run': '7', 'Upstash-Forward-Authorization': 'Bearer abc' },
    })
    expect(answer).toEqual({
      messageId: expect.stringMatching(/^msg_/),
      url: `${target}/jobs/sweep?chunk=1&b=%20`,
    })
    await world.wait(0)

    expect(received).toHaveLength(1)
    const [request] = received
    expect(request).toMatchObject({
      method: 'PUT',
      path: '/jobs/sweep?chunk=1&b=%20',
      body: '{"hello":"wörld"}',
    })
    expect(request?.headers.get('x-run')).toBe('7')
    expect(request?.headers.get('authorization')).toBe('Bearer abc')
    expect(request?.headers.get('content-type')).toBe('application/json')
    expect(request?.headers.get('upstash-message-id')).toBe(answer.messageId)
    expect(request?.headers.get('upstash-retried')).toBe('0')
    expect(request?.headers.has('upstash-method')).toBe(false)
    expect(request?.headers.has('parley-now')).toBe(false)
  })

  it('delivers a GET with a body', async () => {
    await world.client.publish({ url: world.target, method: 'GET', body: 'why not' })
    await world.wait(0)
    expect(world.received[0]).toMatchObject({ method: 'GET' })
  })

  it('waits for a delay or for a moment', async () => {
    const { client, target, received } = world
    await client.publish({ url: `${target}/delay`, delay: 90 })
    await client.publish({ url: `${target}/duration`, delay: '1h' })
    await client.publish({ url: `${target}/moment`, notBefore: (start + 30 * minute) / 1_000 })
    await world.wait(89 * second)
    expect(received).toEqual([])
    await world.wait(second)
    await world.wait(28 * minute + 30 * second)
    await world.wait(30 * minute)
    expect(received.map(({ path, at }) => [path, at - start])).toEqual([
      ['/delay', 90 * second],
      ['/moment', 30 * minute],
      ['/duration', hour],
    ])
  })

  it('accepts a batch in order, also to queues and URL groups', async () => {
    const { client, target, received } = world
    await client.urlGroups.addEndpoints({
      name: 'both',
      endpoints: [{ name: 'a', url: `${target}/a` }, { url: `${target}/b` }],
    })
    const answers = await client.batchJSON([
      { url: `${target}/one`, body: { n: 1 }, headers: { 'X-N': '1' } },
      { url: `${target}/two`, body: { n: 2 }, queueName: 'mails' },
      { urlGroup: 'both', body: { n: 3 } },
    ])
    expect(answers).toEqual([
      { messageId: expect.any(String), url: `${target}/one` },
      { messageId: expect.any(String), url: `${target}/two` },
      [
        { messageId: expect.any(String), url: `${target}/a` },
        { messageId: expect.any(String), url: `${target}/b` },
      ],
    ])
    await world.wait(0)
    expect(received.map(({ path, body }) => `${path} ${body}`).sort()).toEqual([
      '/a {"n":3}',
      '/b {"n":3}',
      '/one {"n":1}',
      '/two {"n":2}',
    ])
    expect(received.find(({ path }) => path === '/a')?.headers.get('upstash-endpoint-name')).toBe('a')
    expect(received.find(({ path }) => path === '/one')?.headers.get('x-n')).toBe('1')
  })

  it('accepts nothing of a batch if one message is invalid', async () => {
    const { client, target } = world
    const batch = [{ url: `${target}/one` }, { url: 'https://example.com/' }]
    await expectRefusal(() => client.batch(batch)).toMatchObject({ status: 400 })
    await world.wait(0)
    expect(world.received).toEqual([])
  })

  it('delivers a deduplicated message once, and again after the window', async () => {
    const { client, target, received } = world
    const send = () => client.publish({ url: target, body: 'x', deduplicationId: 'invoice-7' })
    const first = await send()
    expect(await send()).toEqual({ ...first, deduplicated: true })
    await world.wait(10 * minute - 1)
    expect(await send()).toMatchObject({ messageId: first.messageId, deduplicated: true })
    await world.wait(1)
    expect(await send()).not.toHaveProperty('deduplicated')
    await world.wait(0)
    expect(received).toHaveLength(2)
  })

  it('deduplicates by content: destination, headers and body', async () => {
    const { client, target, received } = world
    const send = (path: string, body: string, kind = 'a') =>
      client.publish({ url: target + path, body, headers: { kind }, contentBasedDeduplication: true })
    await send('/x', '1')
    await send('/x', '1')
    await send('/x', '2')
    await send('/y', '1')
    await send('/x', '1', 'b')
    await world.wait(0)
    expect(received).toHaveLength(4)
  })
})

describe('refusals', () => {
  const post = (path: string, headers: Record<string, string>, body?: string) =>
    fetch(world.qstash.url + path, {
      method: 'POST',
      headers: { Authorization: 'Bearer local', ...headers },
      ...(body !== undefined && { body }),
    })

  it.each([
    ['a wrong token', '', { Authorization: 'Bearer other' }, 401, 'unauthorized'],
    ['a name instead of a URL', 'nobody', {}, 400, 'endpoint has invalid scheme, add http:// or https://'],
    [
      'another machine',
      'https://example.com/jobs',
      {},
      400,
      'delivers only to localhost, not to example.com',
    ],
    [
      'a host that looks like this one',
      'http://localhost.example.com/',
      {},
      400,
      'delivers only to localhost',
    ],
    ['a callback elsewhere', '', { 'Upstash-Callback': 'https://example.com' }, 400, 'invalid callback url'],
    ['a method', '', { 'Upstash-Method': 'BREW' }, 400, 'invalid method: BREW'],
    ['a delay without a unit', '', { 'Upstash-Delay': '10' }, 400, 'invalid Upstash-Delay "10"'],
    ['a moment', '', { 'Upstash-Not-Before': 'tomorrow' }, 400, 'invalid Upstash-Not-Before'],
    ['retries', '', { 'Upstash-Retries': '-1' }, 400, 'invalid Upstash-Retries'],
    [
      'too many retries',
      '',
      { 'Upstash-Retries': '6' },
      412,
      'quota maxRetries exceeded. Limit: 5, Requested: 6',
    ],
    ['too long a delay', '', { 'Upstash-Delay': '366d' }, 412, 'quota maxDelay exceeded'],
    ['a retry delay', '', { 'Upstash-Retry-Delay': 'fetch(1)' }, 400, 'invalid retry delay expression'],
    [
      'an unfinished retry delay',
      '',
      { 'Upstash-Retry-Delay': 'pow(2, ' },
      400,
      'invalid retry delay expression',
    ],
    ['flow control', '', { 'Upstash-Flow-Control-Key': 'k' }, 400, 'give parallelism or rate'],
  ])('%s', async (_, destination, headers, status, error) => {
    const url = destination === '' ? world.target : destination
    const answer = await post(`/v2/publish/${url}`, headers)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toEqual({ error: expect.stringContaining(error) })
  })

  it('a body of more than 1 MB', async () => {
    const answer = await post(`/v2/publish/${world.target}`, {}, 'x'.repeat(1024 * 1024 + 1))
    expect(answer.status).toBe(412)
  })

  it('a batch that is no list', async () => {
    const answer = await post('/v2/batch', {}, '{"destination": 1}')
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({ error: expect.stringContaining('invalid request: body') })
  })

  it('what it does not have', async () => {
    const answer = await post('/v2/workflows/runs', {})
    expect(answer.status).toBe(404)
    expect(await answer.json()).toEqual({ error: 'the local QStash does not have POST /v2/workflows/runs' })
  })

  it('requests from other websites', async () => {
    const answer = await post(`/v2/publish/${world.target}`, { Origin: 'https://evil.example' })
    expect(answer.status).toBe(403)
  })
})
