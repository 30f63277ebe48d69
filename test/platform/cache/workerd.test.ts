import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest'
import { type Listening, listen } from '../../../local/servers/listen.ts'
import { type RunningWorker, runWorker } from '../../../local/worker/run-bundle.ts'
import { type FaultyRedis, startFaultyRedis } from './faulty-redis.ts'
import { sleep } from './test-isolate.ts'

/** Runs the cache alone in workerd, which decides what requests of one isolate may share. */
let redis: FaultyRedis
/** `times` counts its requests. It answers each after `delay` milliseconds. */
let origin: Listening & { times: number; delay: number }
let worker: RunningWorker
let folder: string
const logged: string[] = []

beforeAll(async () => {
  redis = await startFaultyRedis()
  const state = { times: 0, delay: 0 }
  const fetch = async () => {
    state.times++
    const { times } = state
    await sleep(state.delay)
    return new Response(`list ${times}`)
  }
  origin = Object.assign(state, await listen({ fetch }))
  folder = await mkdtemp(join(tmpdir(), 'parley-cache-'))
  worker = await startWorker()
})
beforeEach(async () => {
  redis.fault = null
  await redis.direct.flushall()
  Object.assign(origin, { times: 0, delay: 300 })
  // The test before this one may have left the circuit breaker open.
  await expect.poll(async () => (await read('warm')).status).toBe('hit')
  origin.times = 0
  redis.commands.length = 0
})
afterAll(async () => {
  await worker.close()
  await Promise.all([origin.close(), redis.close(), rm(folder, { recursive: true })])
  // workerd must not have logged "Cannot perform I/O on behalf of a different request" or a similar error.
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

const requests = (size: number) => Promise.all(Array.from({ length: size }, () => read('1')))

it('computes once for many requests at the same time', async () => {
  const answers = await requests(50)
  expect(origin.times).toBe(1)
  expect(new Set(answers.map(({ value }) => value))).toEqual(new Set(['list 1']))
  expect(answers.filter(({ status }) => status === 'miss')).toHaveLength(1)
})

it('shares look-ups among requests at the same time', async () => {
  await expect.poll(async () => (await read('1')).status).toBe('hit')
  redis.commands.length = 0
  const answers = await requests(50)
  expect(answers.every(({ status }) => status === 'hit')).toBe(true)
  expect(redis.commands.length).toBeLessThan(50)
})

it('does not join a computation that began before an invalidation', async () => {
  const before = read('1')
  await expect.poll(() => origin.times).toBe(1)
  await visit('/invalidate')
  expect((await read('1')).value).toBe('list 2')
  expect((await before).value).toBe('list 1')
})

it('finishes the computation if the visitor who started it hangs up', async () => {
  const hangUp = new AbortController()
  const first = visit('/?page=1', { signal: hangUp.signal }).catch(() => 'hung up')
  await expect.poll(() => origin.times).toBe(1)
  const others = requests(5)
  await sleep(50)
  hangUp.abort()
  expect(await first).toBe('hung up')
  for (const { value } of await others) expect(value).toBe('list 1')
})

it('finishes the computation if the request that started it has already answered', async () => {
  expect(await (await visit('/?page=1&early')).text()).toBe('answered early')
  const answers = await requests(5)
  expect(origin.times).toBe(1)
  for (const answer of answers) expect(answer.value).toBe('list 1')
})

it('does not wait forever for a computation whose request has ended', async () => {
  origin.delay = 1_500
  expect(await (await visit('/?page=1&no-wait-until')).text()).toBe('answered early')
  await sleep(100)
  origin.delay = 10
  for (const { value } of await requests(5)) expect(value).toMatch(/^list/)
  await expect.poll(async () => (await read('1')).status).toBe('hit')
})

it('finishes the computation if the visitors who wait for it hang up', async () => {
  const first = read('1')
  await expect.poll(() => origin.times).toBe(1)
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

it('answers while Redis is slow, and recovers by itself', async () => {
  origin.delay = 0
  await expect.poll(async () => (await read('1')).status).toBe('hit')
  redis.fault = 'slow: it answers after 5 seconds'
  redis.abandoned = 0
  for (const { status } of await requests(20)) expect(status).toBe('bypass')
  // The Worker did not wait for the slow answers.
  await expect.poll(() => redis.abandoned).toBeGreaterThan(0)
  redis.commands.length = 0
  for (let time = 0; time < 10; time++) expect((await read('1')).status).toBe('bypass')
  expect(redis.commands.length).toBeLessThanOrEqual(1)
  redis.fault = null
  await expect.poll(async () => (await read('1')).status).toBe('hit')
})
