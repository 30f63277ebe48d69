import { type ChildProcess, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RedisStandIn, startRedis } from '../../../../local/redis/server.ts'
import { type App, startApp } from '../../../support/app.ts'
import { freePort } from '../../../support/free-ports.ts'
import { makePerson, type Person } from '../../../support/people.ts'
import { withoutMail } from '../../../support/round-trips.ts'
import { fetchPage, redisVars } from './isolates.ts'

/** A real redis-server, which the tests stop and start while the Worker runs. */
let server: ChildProcess | null
let port: number
let standIn: RedisStandIn | null = null
let app: App
let mara: Person

beforeAll(async () => {
  port = await freePort()
  server = await startServer()
  if (server) standIn = await startRedis({ redisUrl: `redis://127.0.0.1:${port}` })
  app = await startApp({ ...(standIn && redisVars(standIn)), ...withoutMail, REDIS_TIMEOUT_MS: '800' })
  mara = await makePerson(app, 'influencer', { display_name: 'Mara Lindqvist' })
})
afterAll(async () => {
  await app.close()
  server?.kill('SIGKILL')
  await standIn?.close()
})

const visit = () => fetchPage(app.url, { path: '/influencers' })
const waitForHit = () => expect.poll(async () => (await visit()).cacheStatus, { timeout: 20_000 }).toBe('hit')

async function rename(name: string): Promise<void> {
  await mara.browser.get('/settings/account')
  await mara.browser.submit('Save', { display_name: name })
}

it('serves pages while redis-server is down, and uses the cache again after a restart', async ({ skip }) => {
  if (!server) return skip('there is no redis-server here')
  await waitForHit()
  const ended = new Promise((resolve) => server?.once('exit', resolve))
  server.kill('SIGKILL')
  await ended
  expect(await visit()).toMatchObject({ status: 200, cacheStatus: 'bypass' })
  await rename('Mara Renamed')
  expect((await visit()).body).toContain('Mara Renamed')

  server = await startServer()
  await waitForHit()
  expect((await visit()).body).toContain('Mara Renamed')
})

it('serves pages while redis-server hangs, and no stale page when it goes on', async ({ skip }) => {
  if (!server) return skip('there is no redis-server here')
  await waitForHit()
  server.kill('SIGSTOP')
  expect(await visit()).toMatchObject({ status: 200, cacheStatus: 'bypass' })
  await rename('Mara Twice Renamed')
  expect((await visit()).body).toContain('Mara Twice Renamed')

  server.kill('SIGCONT')
  await waitForHit()
  expect((await visit()).body).toContain('Mara Twice Renamed')
})

/** Null if this machine has no redis-server. */
async function startServer(): Promise<ChildProcess | null> {
  const flags = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const child = spawn('redis-server', [...flags, '--dir', tmpdir()], { stdio: 'ignore' })
  const spawned = new Promise<boolean>((resolve) => {
    child.once('spawn', () => resolve(true)).once('error', () => resolve(false))
  })
  return (await spawned) ? child : null
}
