import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { Redis } from 'ioredis'
import { endChild, endWithUs } from '../child.ts'
import { CliError } from '../trouble.ts'
import type { Command, RedisBackend, Reply } from './backend.ts'

/** Connects to a running Redis; throws, naming the address without its password, when none answers. */
export async function connectRedis(url: string): Promise<RedisBackend> {
  const address = withoutPassword(url)
  const client = await connect(url, 2_000).catch((error: unknown) => {
    throw new CliError(`No Redis answers at ${address} (from REDIS_URL): ${words(error)}`)
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

/** Starts a redis-server that keeps nothing on disk; null when there is none on the PATH. */
export async function spawnRedis(): Promise<RedisBackend | null> {
  const port = await freePort()
  const flags = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const child = spawn('redis-server', [...flags, '--dir', tmpdir()], { detached: true, stdio: 'ignore' })
  if (!(await hasSpawned(child))) return null

  endWithUs(child)
  const { lost, end } = supervise(child)
  const client = await Promise.race([connect(`redis://127.0.0.1:${port}`, 5_000), lost]).catch(
    async (error: unknown) => {
      await end()
      throw error
    },
  )
  return {
    name: `redis-server, process ${child.pid}`,
    ...commandsOver(client),
    lost,
    async close() {
      client.disconnect()
      await end()
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
      if (!closing) reject(new CliError(`redis-server ended by itself (${signal ?? `exit code ${code}`})`))
    })
  })
  // Node ends a process for a rejection that nobody has looked at yet.
  lost.catch(() => {})
  const end = () => {
    closing = true
    return endChild(child)
  }
  return { lost, end }
}

async function connect(url: string, patience: number): Promise<Redis> {
  let lastError: unknown
  const client = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: 1,
    connectTimeout: patience,
    retryStrategy: (tries) => Math.min(tries * 50, 1_000),
  })
  // Without a listener ioredis prints each; what matters of it comes back from the command that fails.
  client.on('error', (error) => {
    lastError = error
  })
  const ready = new Promise<void>((resolve) => client.once('ready', () => resolve()))
  client.connect().catch(() => {})
  const late = new Promise<'late'>((resolve) => setTimeout(resolve, patience, 'late').unref())
  if ((await Promise.race([ready, late])) !== 'late') return client

  client.disconnect()
  throw lastError ?? new Error(`no answer within ${patience / 1_000} seconds`)
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

// ioredis reshapes the replies of commands that it knows by their lower-case names (HGETALL to an object).
function raw(name: Command[0]): string {
  return name.toUpperCase()
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason))
}

function words(error: unknown): string {
  return asError(error).message || String(error)
}

function withoutPassword(url: string): string {
  const address = new URL(url)
  address.username = ''
  address.password = ''
  return address.href
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = address !== null && typeof address === 'object' ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
