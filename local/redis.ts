import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { type Address, listen } from './listen.ts'
import { type Command, type RedisBackend, type Reply, refusal } from './redis/backend.ts'
import { openMemory } from './redis/memory.ts'
import { connectRedis, spawnRedis } from './redis/server.ts'

export interface RedisStandIn {
  readonly url: string
  readonly token: string
  /** What is behind it, for the start banner. */
  readonly backend: string
  /** Rejects, with words for a person, when what is behind it ends by itself. */
  readonly lost: Promise<never>
  close(): Promise<void>
}

interface Options extends Address {
  readonly token?: string
  /** `redis://…` uses a running Redis, `memory:` none at all; REDIS_URL by default. */
  readonly redisUrl?: string | undefined
}

/**
 * Upstash's REST protocol over a Redis: the one of `redisUrl`, else a redis-server started for it, else one in
 * memory. Throws when `redisUrl` names one that doesn't answer, or when the port is taken.
 */
export async function startRedis({
  token = 'local',
  redisUrl = process.env.REDIS_URL,
  ...address
}: Options = {}): Promise<RedisStandIn> {
  const backend = await openBackend(redisUrl)
  try {
    const server = await listen(restApp(backend, token), address)
    return {
      url: server.url,
      token,
      backend: backend.name,
      lost: backend.lost,
      async close() {
        await server.close()
        await backend.close()
      },
    }
  } catch (error) {
    await backend.close()
    throw error
  }
}

async function openBackend(redisUrl: string | undefined): Promise<RedisBackend> {
  if (redisUrl === 'memory:') return openMemory()
  if (redisUrl !== undefined && redisUrl !== '') return connectRedis(redisUrl)
  return (await spawnRedis()) ?? openMemory()
}

const largestRequest = 10 * 1024 * 1024

function restApp(backend: RedisBackend, token: string): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    const given = c.req.header('Authorization')?.replace(/^Bearer /, '') ?? c.req.query('_token')
    return given === token ? next() : c.json({ error: 'Unauthorized' }, 401)
  })
  app.use(
    bodyLimit({
      maxSize: largestRequest,
      onError: (c) => c.json({ error: `ERR max request size exceeded. Limit: ${largestRequest} bytes` }, 413),
    }),
  )
  app.post('/pipeline', async (c) => {
    const commands = commandList.parse(await c.req.json())
    return c.json((await runEach(backend, commands)).map((reply) => answer(reply, wantsBase64(c.req.raw))))
  })
  app.post('/multi-exec', async (c) => {
    const commands = commandList.parse(await c.req.json())
    const refused = commands.map(refusal).find((one) => one !== null)
    if (refused) throw refused
    return c.json((await backend.transact(commands)).map((reply) => answer(reply, wantsBase64(c.req.raw))))
  })
  app.on(['GET', 'POST', 'PUT', 'HEAD'], '*', async (c) => {
    const body = c.req.path === '/' ? command.parse(await c.req.json()) : await commandInPath(c.req.raw)
    const [reply = null] = await runEach(backend, [body])
    return c.json(answer(reply, wantsBase64(c.req.raw)), reply instanceof Error ? 400 : 200)
  })
  app.onError((error, c) => c.json({ error: lineOf(error) }, 400))
  return app
}

const argument = z.union([z.string(), z.number(), z.boolean(), z.null()]).transform(String)
const command = z.tuple([z.string().min(1)], argument)
const commandList = z.array(command)

/** `/set/key?EX=60` with a body: the body comes after the path, the query after the body. */
async function commandInPath(request: Request): Promise<Command> {
  const { pathname, searchParams } = new URL(request.url)
  const [name = '', ...args] = pathname.slice(1).split('/').map(decodeURIComponent)
  const body = Buffer.from(await request.arrayBuffer())
  searchParams.delete('_token')
  const options = [...searchParams].flatMap(([option, value]) => (value === '' ? [option] : [option, value]))
  return [name, ...args, ...(body.length > 0 ? [body] : []), ...options]
}

async function runEach(backend: RedisBackend, commands: readonly Command[]): Promise<readonly Reply[]> {
  const refused = commands.map(refusal)
  const replies = await backend.run(commands.filter((_, index) => refused[index] === null))
  let next = 0
  return refused.map((one) => one ?? replies[next++] ?? null)
}

function wantsBase64(request: Request): boolean {
  return request.headers.get('Upstash-Encoding') === 'base64'
}

function answer(reply: Reply, base64: boolean): { result: unknown } | { error: string } {
  if (reply instanceof Error) return { error: lineOf(reply) }
  const isOk = Buffer.isBuffer(reply) && reply.toString() === 'OK'
  return { result: isOk ? 'OK' : encoded(reply, base64) }
}

function encoded(reply: Reply, base64: boolean): unknown {
  if (Buffer.isBuffer(reply)) return reply.toString(base64 ? 'base64' : 'utf8')
  if (reply instanceof Error) return encoded(Buffer.from(lineOf(reply)), base64)
  return Array.isArray(reply) ? reply.map((one) => encoded(one, base64)) : reply
}

function lineOf(error: Error): string {
  return error instanceof z.ZodError || error instanceof SyntaxError
    ? 'ERR failed to parse command'
    : error.message
}
