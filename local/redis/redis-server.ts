import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { CliError } from '../cli-error.ts'
import { endChild, endWithUs } from '../servers/child-process.ts'
import type { Command, RedisBackend, Reply } from './backend.ts'

/** Connects to a running Redis. If it does not answer, throws an error with the address but not the password. */
export async function connectRedis(url: string): Promise<RedisBackend> {
  const address = withoutPassword(url)
  const client = await connect(url, 2_000).catch((error: unknown) => {
    throw new CliError(`No Redis answers at ${address} (from REDIS_URL): ${messageOf(error)}`)
  })
  return {
    name: `Redis at ${address}`,
    ...commandsOver(client),
    lost: new Promise(() => {}),
    async close() {
      client.disconnect()
    },
  }
}

/**
 * Starts a redis-server that stores nothing on disk. Returns null if there is none on the PATH. It listens on a socket
 * in its own folder, because another program could take a free port before it does.
 */
export async function spawnRedis(): Promise<RedisBackend | null> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-redis-'))
  const socket = join(folder, 'redis.sock')
  const flags = ['--port', '0', '--unixsocket', socket, '--save', '', '--appendonly', 'no', '--dir', folder]
  const child = spawn('redis-server', flags, { detached: true, stdio: 'ignore' })
  if (!(await hasSpawned(child))) {
    await rm(folder, { recursive: true })
    return null
  }

  endWithUs(child)
  const { lost, end } = supervise(child)
  const close = async () => {
    await end()
    await rm(folder, { recursive: true, force: true })
  }
  const client = await Promise.race([connect(socket, 5_000), lost]).catch(async (error: unknown) => {
    await close()
    throw error
  })
  return {
    name: `redis-server, process ${child.pid}`,
    ...commandsOver(client),
    lost,
    async close() {
      client.disconnect()
      await close()
    },
  }
}

function hasSpawned(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    child.once('spawn', () => resolve(true)).once('error', () => resolve(false))
  })
}

function supervise(child: ChildProcess): { lost: Promise<never>; end(): Promise<void> } {
  let closing = false
  const lost = new Promise<never>((_, reject) => {
    child.once('exit', (code, signal) => {
      if (!closing) reject(new CliError(`redis-server ended on its own (${signal ?? `exit code ${code}`})`))
    })
  })
  // Without this, Node would end the process because of an unhandled rejection.
  lost.catch(() => {})
  const end = () => {
    closing = true
    return endChild(child)
  }
  return { lost, end }
}

/** `address` is a URL or the path of a socket; `timeout` is in ms. */
async function connect(address: string, timeout: number): Promise<Redis> {
  let lastError: unknown
  const client = new Redis(address, {
    lazyConnect: true,
    maxRetriesPerRequest: 1,
    connectTimeout: timeout,
    retryStrategy: (attempts) => Math.min(attempts * 50, 1_000),
  })
  // Without a listener ioredis prints every error. The command that fails reports it too.
  client.on('error', (error) => {
    lastError = error
  })
  const ready = new Promise<void>((resolve) => client.once('ready', () => resolve()))
  client.connect().catch(() => {})
  const late = new Promise<'late'>((resolve) => setTimeout(resolve, timeout, 'late').unref())
  if ((await Promise.race([ready, late])) !== 'late') return client

  client.disconnect()
  throw lastError ?? new Error(`no answer within ${timeout / 1_000} seconds`)
}

function commandsOver(client: Redis): Pick<RedisBackend, 'run' | 'transact'> {
  return {
    async run(commands) {
      const replies = commands.map(([name, ...args]) => client.callBuffer(raw(name), ...args))
      return (await Promise.allSettled(replies)).map((one) =>
        one.status === 'fulfilled' ? (one.value as Reply) : asError(one.reason),
      )
    },
    async transact(commands) {
      const transaction = client.multi()
      for (const [name, ...args] of commands) transaction.callBuffer(raw(name), ...args)
      const replies = (await transaction.exec()) ?? []
      return replies.map(([error, reply]) => error ?? (reply as Reply))
    },
  }
}

// ioredis changes the replies of commands with lower-case names (hgetall becomes an object).
function raw(name: Command[0]): string {
  return name.toUpperCase()
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason))
}

function messageOf(error: unknown): string {
  return asError(error).message || String(error)
}

function withoutPassword(url: string): string {
  const address = new URL(url)
  address.username = ''
  address.password = ''
  return address.href
}
