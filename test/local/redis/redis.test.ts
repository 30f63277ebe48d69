import { Redis } from '@upstash/redis'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openMemory } from '../../../local/redis/memory.ts'
import { type RedisStandIn, startRedis } from '../../../local/redis/server.ts'

const backends = [
  { kind: 'redis-server, if installed', redisUrl: '' },
  { kind: 'memory', redisUrl: 'memory:' },
]

describe.each(backends)('Redis over REST: $kind', ({ redisUrl }) => {
  let standIn: RedisStandIn
  let redis: Redis

  beforeAll(async () => {
    standIn = await startRedis({ redisUrl, token: 'secret' })
    redis = new Redis({
      url: standIn.url,
      token: standIn.token,
      automaticDeserialization: false,
      enableTelemetry: false,
      retry: { retries: 0 },
    })
  })
  beforeEach(async () => {
    await redis.flushdb()
  })
  afterAll(() => standIn.close())

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(standIn.url + path, {
      method: 'POST',
      headers: { Authorization: 'Bearer secret', ...headers },
      body: JSON.stringify(body),
    })

  it('keeps values exactly as given', async () => {
    const words = 'żółw 🐢 \u0000 \n "quoted" עברית OK'
    expect(await redis.set('words', words)).toBe('OK')
    expect(await redis.get('words')).toBe(words)
    expect(await redis.set('ok', 'OK')).toBe('OK')
    expect(await redis.mget('ok', 'words', 'missing')).toEqual(['OK', words, null])
  })

  it('keeps a value of two megabytes', async () => {
    const value = 'ż🐢'.repeat(350_000)
    await redis.set('big', value)
    expect((await redis.get<string>('big')) === value).toBe(true)
  })

  it('sets with an expiry and only when missing', async () => {
    await redis.set('lease', 'a', { ex: 60, nx: true })
    expect(await redis.set('lease', 'b', { ex: 60, nx: true })).toBeNull()
    expect(await redis.get('lease')).toBe('a')
    const seconds = await redis.ttl('lease')
    expect(seconds).toBeGreaterThan(50)
    expect(seconds).toBeLessThanOrEqual(60)
  })

  it('removes expired keys', async () => {
    await redis.set('brief', 'a', { px: 20 })
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(await redis.get('brief')).toBeNull()
  })

  it('returns numbers as numbers, and hashes and sorted sets as lists', async () => {
    expect(await redis.incrby('visits', 3)).toBe(3)
    expect(await redis.hset('person', { name: 'Mara', city: 'Łódź' })).toBe(2)
    const answer = await (await post('/', ['HGETALL', 'person'])).json()
    expect(answer).toEqual({ result: ['name', 'Mara', 'city', 'Łódź'] })
    await redis.zadd('scores', { score: 2, member: 'b' }, { score: 1, member: 'a' })
    expect(await redis.zrange('scores', 0, -1, { withScores: true })).toEqual(['a', '1', 'b', '2'])
  })

  it('runs a pipeline in order, and an error does not stop the others', async () => {
    const answer = await post('/pipeline', [['SET', 'a', '1'], ['NOSUCH', 'a'], ['INCR', 'a'], ['MONITOR']])
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual([
      { result: 'OK' },
      { error: expect.stringMatching(/^ERR unknown command/) },
      { result: 2 },
      { error: "ERR Command is not available: 'MONITOR'" },
    ])
    expect(await redis.pipeline().set('k', 'v').get('k').del('k').exec()).toEqual(['OK', 'v', 1])
  })

  it('runs a transaction', async () => {
    expect(await redis.multi().set('n', '5').incr('n').get('n').exec()).toEqual(['OK', 6, '6'])
  })

  it('discards a transaction with a command that does not exist', async () => {
    const answer = await post('/multi-exec', [
      ['SET', 'a', '1'],
      ['NOSUCH', 'a'],
    ])
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({ error: expect.stringMatching(/^EXECABORT/) })
    expect(await redis.get('a')).toBeNull()
  })

  it('runs scripts, and returns NOSCRIPT for an unknown one', async () => {
    const script = 'return {KEYS[1], ARGV[1], redis.call("INCR", KEYS[1])}'
    expect(await redis.eval(script, ['counted'], ['tak'])).toEqual(['counted', 'tak', 1])
    await expect(redis.evalsha('0'.repeat(40), [], [])).rejects.toThrow('NOSCRIPT')
  })

  it('encodes every string except OK on request', async () => {
    const inBase64 = { 'Upstash-Encoding': 'base64' }
    expect(await (await post('/', ['SET', 'k', 'tak'], inBase64)).json()).toEqual({ result: 'OK' })
    expect(await (await post('/', ['GET', 'k'], inBase64)).json()).toEqual({ result: 'dGFr' })
    expect(await (await post('/', ['MGET', 'k', 'none'], inBase64)).json()).toEqual({
      result: ['dGFr', null],
    })
    expect(await (await post('/', ['NOSUCH'], inBase64)).json()).toEqual({
      error: expect.stringMatching(/^ERR unknown command/),
    })
  })

  it('reads a command from the path, the body and the query', async () => {
    const headers = { Authorization: 'Bearer secret' }
    const set = await fetch(`${standIn.url}/set/a%2Fb?EX=60`, { method: 'POST', headers, body: 'ciało' })
    expect(await set.json()).toEqual({ result: 'OK' })
    expect(await (await fetch(`${standIn.url}/get/a%2Fb`, { headers })).json()).toEqual({ result: 'ciało' })
    expect(await redis.ttl('a/b')).toBeGreaterThan(50)
  })

  it('refuses a wrong token and a request that is not a command', async () => {
    expect((await post('/', ['GET', 'k'], { Authorization: 'Bearer wrong' })).status).toBe(401)
    expect((await fetch(`${standIn.url}/get/k`)).status).toBe(401)
    expect((await fetch(`${standIn.url}/get/k?_token=secret`)).status).toBe(401)
    for (const body of [{}, [], [['GET', 'k']], 'GET']) expect((await post('/', body)).status).toBe(400)
    expect((await post('/pipeline', ['GET', 'k'])).status).toBe(400)
  })
})

describe('Redis in memory', () => {
  // Without HTTP, so that both arrive at the same time.
  it('keeps parallel transactions apart', async () => {
    const memory = await openMemory()
    const pair = [
      ['INCR', 'n'],
      ['INCR', 'n'],
    ] as const
    const replies = await Promise.all([memory.transact(pair), memory.transact(pair), memory.run(pair)])
    expect(replies).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ])
    await memory.close()
  })
})

describe('a real Redis', () => {
  it('returns bytes that are not text', async (test) => {
    const standIn = await startRedis({ redisUrl: '', token: 'secret' })
    try {
      if (standIn.backend.startsWith('in memory')) return test.skip('there is no redis-server here')
      const answer = await fetch(standIn.url, {
        method: 'POST',
        headers: { Authorization: 'Bearer secret', 'Upstash-Encoding': 'base64' },
        body: JSON.stringify(['EVAL', 'return string.char(255, 0, 254)', '0']),
      })
      expect(await answer.json()).toEqual({ result: Buffer.from([255, 0, 254]).toString('base64') })
    } finally {
      await standIn.close()
    }
  })

  it('is named without its password if it does not answer', async () => {
    const opening = startRedis({ redisUrl: 'redis://user:hush@127.0.0.1:1' })
    await expect(opening).rejects.toThrow('No Redis answers at redis://127.0.0.1:1')
    await expect(opening).rejects.not.toThrow('hush')
  })
})
