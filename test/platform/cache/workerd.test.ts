import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest'
import { type Listening, listen } from '../../../local/servers/listen.ts'
import { type RunningWorker, runWorker } from '../../../local/worker/run-bundle.ts'
import { type FaultyRedis, startFaultyRedis } from './faulty-redis.ts'
import { sleep } from './site.ts'

/** What requests of one isolate may do for each other is workerd's to say: the cache by itself in workerd. */
let redis: FaultyRedis
let origin: Listening & { times: number; takes: number }
let worker: RunningWorker
let folder: string
const logged: string[] = []

beforeAll(async () => {
  redis = await startFaultyRedis()
  const made = { times: 0, takes: 0 }
  const fetch = async () => {
    made.times++
    const { times } = made
    await sleep(made.takes)
    return new Response(`list ${times}`)
  }
  origin = Object.assign(made, await listen({ fetch }))
  folder = await mkdtemp(join(tmpdir(), 'parley-cache-'))
  worker = await startWorker()
})
beforeEach(async () => {
  redis.fault = null
  await redis.direct.flushall()
  Object.assign(origin, { times: 0, takes: 300 })
  // Whatever a test before this one has left open.
  await expect.poll(async () => (await read('warm')).status, { timeout: 10_000 }).toBe('hit')
  origin.times = 0
  redis.commands.length = 0
})
afterAll(async () => {
  await worker.close()
  await Promise.all([origin.close(), redis.close(), rm(folder, { recursive: true })])
  // Neither "Cannot perform I/O on behalf of a different request" nor a promise settled by the wrong request.
  expect(logged.filter((line) => !/^The cache is /.test(line))).toEqual([])
})

async function startWorker(): Promise<RunningWorker> {
  const script = join(folder, 'worker.js')
  await build({
    entryPoints: [fileURLToPath(new URL('./worker.ts', import.meta.url))],
    outfile: script,
    bundle: true,
    format: 'esm',
    target: 'es2024',
    external: ['node:*'],
  })
  const vars = {
    UPSTASH_REDIS_REST_URL: redis.url,
    UPSTASH_REDIS_REST_TOKEN: redis.token,
    TURSO_DATABASE_URL: 'libsql://parley.example',
    ORIGIN: origin.url,
  }
  return runWorker({
    script,
    vars,
    configuration: inject('configuration'),
    onLog: ({ message }) => void logged.push(message),
  })
}

const visit = (path: string, init?: RequestInit) => fetch(worker.url + path, init)

async function read(page: string): Promise<{ value: string; status: string }> {
  const answer = await visit(`/?page=${page}`)
  expect(answer.status).toBe(200)
  return (await answer.json()) as { value: string; status: string }
}

const crowd = (size: number) => Promise.all(Array.from({ length: size }, () => read('1')))

it('gives a crowd what one of it computes', async () => {
  const answers = await crowd(50)
  expect(origin.times).toBe(1)
  expect(new Set(answers.map(({ value }) => value))).toEqual(new Set(['list 1']))
  expect(answers.filter(({ status }) => status === 'miss')).toHaveLength(1)
})

it('shares look-ups among those who come at once', async () => {
  await expect.poll(async () => (await read('1')).status).toBe('hit')
  redis.commands.length = 0
  const answers = await crowd(50)
  expect(answers.every(({ status }) => status === 'hit')).toBe(true)
  expect(redis.commands.length).toBeLessThan(50)
})

it('does not join a computation that began before an invalidation', async () => {
  const before = read('1')
  await sleep(100)
  await visit('/invalidate')
  expect((await read('1')).value).toBe('list 2')
  expect((await before).value).toBe('list 1')
})

it('goes on when the visitor who computes hangs up', async () => {
  const hangUp = new AbortController()
  const first = visit('/?page=1', { signal: hangUp.signal }).catch(() => 'hung up')
  await sleep(100)
  const others = crowd(5)
  await sleep(50)
  hangUp.abort()
  expect(await first).toBe('hung up')
  for (const { value } of await others) expect(value).toBe('list 1')
})

it('goes on when the one who computes has answered before it is done', async () => {
  expect(await (await visit('/?page=1&hasty')).text()).toBe('gone')
  const answers = await crowd(5)
  expect(origin.times).toBe(1)
  for (const answer of answers) expect(answer.value).toBe('list 1')
})

it('does not wait for ever for one whose request was ended', async () => {
  origin.takes = 1_500
  expect(await (await visit('/?page=1&doomed')).text()).toBe('gone')
  await sleep(100)
  origin.takes = 10
  for (const { value } of await crowd(5)) expect(value).toMatch(/^list/)
  await expect.poll(async () => (await read('1')).status).toBe('hit')
})

it('outlives those who wait', async () => {
  const first = read('1')
  await sleep(50)
  const hangUp = new AbortController()
  const waiting = Array.from({ length: 5 }, () =>
    visit('/?page=1', { signal: hangUp.signal }).catch(() => null),
  )
  await sleep(50)
  hangUp.abort()
  await Promise.all(waiting)
  expect((await first).value).toBe('list 1')
  await expect.poll(async () => (await read('1')).status).toBe('hit')
})

it('answers while Redis is slow, and is back by itself', async () => {
  origin.takes = 0
  await expect.poll(async () => (await read('1')).status).toBe('hit')
  redis.fault = 'slow: it answers after 5 seconds'
  redis.abandoned = 0
  for (const { status } of await crowd(20)) expect(status).toBe('bypass')
  // Before it had answered.
  await expect.poll(() => redis.abandoned).toBeGreaterThan(0)
  redis.commands.length = 0
  for (let time = 0; time < 10; time++) expect((await read('1')).status).toBe('bypass')
  expect(redis.commands.length).toBeLessThanOrEqual(1)
  redis.fault = null
  await expect.poll(async () => (await read('1')).status, { timeout: 10_000 }).toBe('hit')
})
