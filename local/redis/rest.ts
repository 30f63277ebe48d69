import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as z from 'zod'
import { localOnly } from '../servers/local-only.ts'
import { type Command, type RedisBackend, type Reply, refusal } from './backend.ts'

const largestRequest = 10 * 1024 * 1024

/** Upstash's REST protocol: commands as JSON or in the path, pipelines, transactions, a bearer token. */
export function restApp(backend: RedisBackend, token: string): Hono {
  const app = new Hono()
  app.use(localOnly, guard(token), limit)
  app.post('/pipeline', async (c) => {
    const replies = await runEach(backend, commandList.parse(await c.req.json()))
    return c.json(replies.map((reply) => answer(reply, c)))
  })
  app.post('/multi-exec', async (c) => {
    const commands = commandList.parse(await c.req.json())
    const refused = commands.map(refusal).find((one) => one !== null)
    if (refused) throw refused
    return c.json((await backend.transact(commands)).map((reply) => answer(reply, c)))
  })
  app.all('*', async (c) => {
    const one = c.req.path === '/' ? command.parse(await c.req.json()) : await commandInPath(c.req.raw)
    const [reply = null] = await runEach(backend, [one])
    return c.json(answer(reply, c), reply instanceof Error ? 400 : 200)
  })
  app.onError((error, c) => c.json({ error: lineOf(error) }, 400))
  return app
}

function guard(token: string) {
  return async (c: Context, next: () => Promise<void>) => {
    if (c.req.header('Authorization') !== `Bearer ${token}`) return c.json({ error: 'Unauthorized' }, 401)
    await next()
  }
}

const limit = bodyLimit({
  maxSize: largestRequest,
  onError: (c) => c.json({ error: `ERR max request size exceeded. Limit: ${largestRequest} bytes` }, 413),
})

const argument = z.union([z.string(), z.number(), z.boolean(), z.null()]).transform(String)
const command = z.tuple([z.string().min(1)], argument)
const commandList = z.array(command)

/** `/set/key?EX=60` with a body: the arguments are the path, then the body, then the query. */
async function commandInPath(request: Request): Promise<Command> {
  const { pathname, searchParams } = new URL(request.url)
  const [name = '', ...args] = pathname.slice(1).split('/').map(decodeURIComponent)
  const body = Buffer.from(await request.arrayBuffer())
  const options = [...searchParams].flatMap(([option, value]) => (value === '' ? [option] : [option, value]))
  return [name, ...args, ...(body.length > 0 ? [body] : []), ...options]
}

async function runEach(backend: RedisBackend, commands: readonly Command[]): Promise<readonly Reply[]> {
  const refused = commands.map(refusal)
  const replies = await backend.run(commands.filter((_, index) => refused[index] === null))
  let next = 0
  return refused.map((one) => one ?? replies[next++] ?? null)
}

function answer(reply: Reply, c: Context): { result: unknown } | { error: string } {
  if (reply instanceof Error) return { error: lineOf(reply) }
  const isOk = Buffer.isBuffer(reply) && reply.toString() === 'OK'
  return { result: isOk ? 'OK' : encoded(reply, c.req.header('Upstash-Encoding') === 'base64') }
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
