import { Redis } from 'ioredis'
import type { Command, RedisBackend, Reply } from './backend.ts'

/**
 * ioredis-mock: enough to run Parley on a machine without Redis. Known differences: it accepts some wrong types and
 * argument counts, and lacks some commands (ERR unknown command).
 */
export async function openMemory(): Promise<RedisBackend> {
  const { default: RedisMock } = await import('ioredis-mock')
  // Mocks with the same host and port share their data.
  const client = new RedisMock({ host: crypto.randomUUID() })
  const known = new Set(new Redis({ lazyConnect: true }).getBuiltinCommands())
  const methodOf = (name: string): unknown =>
    known.has(name.toLowerCase()) ? Reflect.get(client, name.toLowerCase()) : undefined

  let last: Promise<unknown> = Promise.resolve()
  // Running one request at a time makes transactions atomic.
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => {})
    return turn
  }
  const runAll = async (commands: readonly Command[]) => {
    const replies: Reply[] = []
    for (const command of commands) replies.push(await runOne(client, methodOf(command[0]), command))
    return replies
  }
  return {
    name: 'in memory (no redis-server found)',
    run: (commands) => inTurn(() => runAll(commands)),
    async transact(commands) {
      if (commands.every(([name]) => typeof methodOf(name) === 'function')) {
        return inTurn(() => runAll(commands))
      }
      throw new Error('EXECABORT Transaction discarded because of previous errors.')
    },
    async close() {
      client.disconnect()
    },
    lost: new Promise(() => {}),
  }
}

async function runOne(client: object, method: unknown, [name, ...args]: Command): Promise<Reply> {
  if (typeof method !== 'function') return unknownCommand(name)
  try {
    const reply: unknown = await Reflect.apply(method, client, withUpperCaseOptions(name, args))
    return asReply(reply)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (message.startsWith('Unsupported command')) return unknownCommand(name)
    return new Error(/^[A-Z]+ /.test(message) ? message : `ERR ${message}`)
  }
}

// The mock only knows SET's options in upper case, and @upstash/redis sends them in lower case.
function withUpperCaseOptions(
  name: string,
  args: Command extends readonly [string, ...infer Args] ? Args : never,
) {
  if (name.toUpperCase() !== 'SET') return args
  return args.map((arg, index) => (index > 1 && typeof arg === 'string' ? arg.toUpperCase() : arg))
}

function unknownCommand(name: string): Error {
  return new Error(`ERR unknown command '${name}'`)
}

function asReply(value: unknown): Reply {
  if (value === null || value === undefined || value === false) return null
  if (value === true) return 1
  if (typeof value === 'number') return Number.isNaN(value) ? notANumber() : value
  if (typeof value === 'string') return Buffer.from(value)
  if (Buffer.isBuffer(value) || value instanceof Error) return value
  if (Array.isArray(value)) return value.map(asReply)
  return Object.entries(value).flat().map(asReply)
}

function notANumber(): Error {
  return new Error('ERR value is not an integer or out of range')
}
