import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RedisStandIn, startRedis } from '../../../../local/redis/server.ts'
import { type App, startApp } from '../../../support/app.ts'
import { makePerson, type Person } from '../../../support/people.ts'
import { ask, over } from './site.ts'

/** A redis-server of our own, to be stopped and started again under the Worker's feet. */
let server: ChildProcess | null
let port: number
let standIn: RedisStandIn | null = null
let app: App
let mara: Person

beforeAll(async () => {
  port = await freePort()
  server = await startServer()
  if (server) standIn = await startRedis({ redisUrl: `redis://127.0.0.1:${port}` })
  app = await startApp({ ...(standIn && over(standIn)), RESEND_API_KEY: '' })
  mara = await makePerson(app, 'influencer', { display_name: 'Mara Lindqvist' })
})
afterAll(async () => {
  await app.close()
  server?.kill('SIGKILL')
  await standIn?.close()
})

const visit = () => ask(app.url, { path: '/influencers' })
const isBack = () => expect.poll(async () => (await visit()).cacheStatus, { timeout: 20_000 }).toBe('hit')

async function rename(name: string): Promise<void> {
  await mara.browser.get('/settings/account')
  await mara.browser.submit('Save', { display_name: name })
}

it('goes on while a redis-server is killed, and takes the new one', async ({ skip }) => {
  if (!server) return skip('there is no redis-server here')
  await isBack()
  const ended = new Promise((resolve) => server?.once('exit', resolve))
  server.kill('SIGKILL')
  await ended
  expect(await visit()).toMatchObject({ status: 200, cacheStatus: 'bypass' })
  await rename('Mara Renamed')
  expect((await visit()).body).toContain('Mara Renamed')

  server = await startServer()
  await isBack()
  expect((await visit()).body).toContain('Mara Renamed')
})

it('goes on while a redis-server hangs, and believes nothing that it kept', async ({ skip }) => {
  if (!server) return skip('there is no redis-server here')
  await isBack()
  server.kill('SIGSTOP')
  expect(await visit()).toMatchObject({ status: 200, cacheStatus: 'bypass' })
  await rename('Mara Twice Renamed')
  expect((await visit()).body).toContain('Mara Twice Renamed')

  server.kill('SIGCONT')
  await isBack()
  expect((await visit()).body).toContain('Mara Twice Renamed')
})

/** Null where there is none on this machine. */
async function startServer(): Promise<ChildProcess | null> {
  const flags = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const child = spawn('redis-server', [...flags, '--dir', tmpdir()], { stdio: 'ignore' })
  const spawned = new Promise<boolean>((resolve) => {
    child.once('spawn', () => resolve(true)).once('error', () => resolve(false))
  })
  return (await spawned) ? child : null
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
