import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takenPorts } from '../../local/servers/ports.ts'
import { freePorts } from '../support/free-ports.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

let data: string
let started: ChildProcess | undefined

beforeEach(async () => {
  data = join(await mkdtemp(join(tmpdir(), 'parley-')), 'data')
})
afterEach(async () => {
  if (started && started.exitCode === null && started.signalCode === null) {
    started.kill('SIGTERM')
    await once(started, 'exit')
  }
  await rm(join(data, '..'), { recursive: true })
})

/** Runs `npm start` without npm. Collects what it prints. */
function start(...flags: string[]) {
  return startWith({}, ...flags)
}

function startWith(vars: Record<string, string>, ...flags: string[]) {
  const { PORT, ...env } = process.env
  const child = spawn(process.execPath, ['local/start.ts', ...flags], {
    cwd: root,
    env: { ...env, PARLEY_DATA: data, ...vars },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started = child
  const printed = { out: '', error: '' }
  child.stdout.on('data', (chunk) => {
    printed.out += chunk
  })
  child.stderr.on('data', (chunk) => {
    printed.error += chunk
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const ready = async () => {
    while (!printed.out.includes('Ctrl-C stops everything')) {
      const chunk = once(child.stdout, 'data')
      const code = await Promise.race([chunk.then(() => 'more'), ended])
      if (code !== 'more') throw new Error(`It ended with ${code}:\n${printed.out}${printed.error}`)
    }
  }
  return { child, printed, ended, ready }
}

describe('npm start', () => {
  it('runs everything without a home folder, prints the URLs, goes on without its Redis, and stops cleanly', async () => {
    const ports = await freePorts(5)
    const { child, printed, ended, ready } = startWith({ HOME: '/nonexistent' }, '--port', `${ports[0]}`)
    await ready()
    expect(printed.out).toContain(`Parley is ready: http://localhost:${ports[0]}`)
    expect(printed.out).toMatch(/Sign in as +\S+ +password /)
    expect(await takenPorts(ports)).toEqual(ports)

    const home = await fetch(`http://localhost:${ports[0]}/`)
    expect(home.status).toBe(200)
    expect(await home.text()).toContain('<html')
    const [inbox] = /http:\S+(?= +\(every e-mail,)/.exec(printed.out) ?? []
    expect(await (await fetch(`${inbox}`)).text()).toContain('No e-mails yet.')
    const [qstash] = /http:\S+(?= +\(schedules and messages)/.exec(printed.out) ?? []
    expect(await (await fetch(`${qstash}`)).text()).toContain('parley-sweep')
    expect(printed.error).toBe('')

    const [, redis] = /redis-server, process (\d+)/.exec(printed.out) ?? []
    if (redis) {
      process.kill(Number(redis), 'SIGKILL')
      await expect.poll(() => printed.error).toContain('Parley goes on without it.')
      expect((await fetch(home.url)).status).toBe(200)
    }
    child.kill('SIGINT')
    expect(await ended).toBe(0)
    expect(printed.out).toContain('Parley has stopped.')
    expect(await takenPorts(ports)).toEqual([])
  })

  it('keeps its data, starts over with --fresh, and leaves nothing running when it is killed', async () => {
    const accounts = join(data, 'demo-accounts.json')
    const run = async (signal: 'SIGTERM' | 'SIGKILL', ...flags: string[]) => {
      const ports = await freePorts(5)
      const { child, printed, ended, ready } = start('--port', `${ports[0]}`, ...flags)
      await ready()
      child.kill(signal)
      expect(await ended).toBe(signal === 'SIGTERM' ? 0 : null)
      return { ports, printed, size: (await readFile(join(data, 'parley.db'))).length }
    }
    const { size } = await run('SIGTERM')
    await rm(accounts)
    const { ports, printed, size: sizeAfter } = await run('SIGKILL')
    expect(sizeAfter).toBe(size)
    expect(existsSync(accounts)).toBe(false)
    const [, redis] = /redis-server, process (\d+)/.exec(printed.out) ?? []
    await expect.poll(() => takenPorts(ports)).toEqual([])
    if (redis) await expect.poll(() => existsSync(`/proc/${redis}`)).toBe(false)

    await run('SIGTERM', '--fresh')
    expect(existsSync(accounts)).toBe(true)
  })

  it('names the port that is in use and leaves nothing behind', async () => {
    const ports = await freePorts(5)
    const other = createServer().listen(ports[3], '127.0.0.1')
    await once(other, 'listening')
    try {
      const { printed, ended } = start('--port', `${ports[0]}`)
      expect(await ended).toBe(1)
      expect(printed.error).toContain(`Port ${ports[3]}, needed for its inbox, is in use.`)
      expect(printed.error).toContain('npm start -- --port')
      expect(printed.error).not.toMatch(/^ +at /m)
      expect(await takenPorts(ports)).toEqual([ports[3]])
      expect(existsSync(data)).toBe(false)
    } finally {
      other.close()
    }
  })

  it('explains its flags if one is wrong', async () => {
    const { printed, ended } = start('--prot', '9000')
    expect(await ended).toBe(1)
    expect(printed.error).toContain("Unknown option '--prot'")
    expect(printed.error).toContain('--fresh')
  })

  it('can be stopped while it is still starting', async () => {
    const ports = await freePorts(5)
    const { child, printed, ended } = start('--port', `${ports[0]}`)
    while (!printed.out.includes('database')) await once(child.stdout, 'data')
    child.kill('SIGINT')
    expect(await ended).toBe(0)
    expect(await takenPorts(ports)).toEqual([])
  })
})
