import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { Redis } from '@upstash/redis'
import { startRedis } from '../../../local/redis/server.ts'
import { KEEP_ALIVE } from '../../../local/servers/keep-alive.ts'

/** Faults of Redis, and how the proxy answers for each. `correct` is what Redis itself answered. */
export const faults = {
  stopped: (_, response) => void response.destroy(),
  'slow: it answers after 5 seconds': (_, response) => later(() => response.end('{"result":"OK"}')),
  'slow in the middle of its answer': (_, response) => {
    response.write('{"result":')
    later(() => response.end('"OK"}'))
  },
  'answering 500': (_, response) => void response.writeHead(500).end('Internal error'),
  'answering 401': (_, response) => void response.writeHead(401).end('{"error":"WRONGPASS"}'),
  'answering with a page': (_, response) => void response.end('<html>Welcome to our Wi-Fi</html>'),
  'answering with half of its JSON': (correct, response) =>
    void response.end(correct.slice(0, correct.length / 2)),
  'answering with a number': (_, response) => void response.end('{"result":5}'),
  'answering with nothing': (_, response) => void response.end('null'),
  'answering with too few': (_, response) => void response.end('{"result":["a"]}'),
  'answering with lists in lists': (_, response) => void response.end('{"result":[[1],[2],[3],[4]]}'),
} satisfies Record<string, (correct: string, response: ServerResponse) => void>

export type Fault = keyof typeof faults

/** A proxy in front of Redis that can simulate faults. */
export interface RedisProxy {
  readonly url: string
  readonly token: string
  /** Null if there is none. */
  fault: Fault | null
  /** The commands received, as JSON, one for each round trip. */
  readonly commands: string[]
  /** How many of them the client gave up before the answer was complete. */
  abandoned: number
  close(): Promise<void>
}

export interface FaultyRedis extends RedisProxy {
  /** A client of the same Redis, without the proxy. */
  readonly direct: Redis
  readonly directUrl: string
  /** The keys with this ending. All by default. */
  keys(ending?: string): Promise<string[]>
}

/** Starts a Redis with a proxy in front of it. */
export async function startFaultyRedis(): Promise<FaultyRedis> {
  const standIn = await startRedis({ redisUrl: '' })
  const direct = new Redis({ url: standIn.url, token: standIn.token, automaticDeserialization: false })
  const proxy = await startRedisProxy(standIn)
  return Object.assign(proxy, {
    direct,
    directUrl: standIn.url,
    keys: (ending = '') => direct.keys(`*${ending}`),
    close: closing(proxy, standIn),
  })
}

/** Starts another proxy in front of the same Redis, with a fault of its own. */
export async function startRedisProxy({
  url: target,
  token,
}: Pick<RedisProxy, 'url' | 'token'>): Promise<RedisProxy> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE }, async (request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) proxy.abandoned++
    })
    const command = await text(request)
    proxy.commands.push(command)
    if (proxy.fault === 'stopped') return void response.destroy()
    const correct = await forward(target, request, withOneBuild(command))
    response.setHeader('Content-Type', 'application/json')
    if (proxy.fault) faults[proxy.fault](correct, response)
    else response.end(correct)
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  const proxy: RedisProxy = {
    url: `http://127.0.0.1:${port}`,
    token,
    fault: null,
    commands: [],
    abandoned: 0,
    async close() {
      server.closeAllConnections()
      server.close()
    },
  }
  return proxy
}

function closing(proxy: RedisProxy, standIn: { close(): Promise<void> }): () => Promise<void> {
  const { close } = proxy
  return async () => {
    await close()
    await standIn.close()
  }
}

// Miniflare gives each Worker its own version id. These tests need isolates of the same version.
function withOneBuild(command: string): string {
  return command.replace(/(parley:127\.0\.0\.1:\d+:)[0-9a-f-]{36}:/g, '$1one:')
}

async function forward(url: string, { url: path, headers }: IncomingMessage, body: string): Promise<string> {
  const { authorization = '' } = headers
  const answer = await fetch(`${url}${path}`, { method: 'POST', headers: { authorization }, body })
  return answer.text()
}

function later(answer: () => void): void {
  setTimeout(answer, 5_000).unref()
}
