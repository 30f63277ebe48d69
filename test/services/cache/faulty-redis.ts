import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { Redis } from '@upstash/redis'
import { startRedis } from '../../../local/redis.ts'

/** What may go wrong with Redis, and how it answers then. */
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
  'answering with half of its JSON': (right, response) => void response.end(right.slice(0, right.length / 2)),
  'answering with a number': (_, response) => void response.end('{"result":5}'),
  'answering with nothing': (_, response) => void response.end('null'),
  'answering with too few': (_, response) => void response.end('{"result":["a"]}'),
  'answering with lists in lists': (_, response) => void response.end('{"result":[[1],[2],[3],[4]]}'),
} satisfies Record<string, (right: string, response: ServerResponse) => void>

export type Fault = keyof typeof faults

export interface FaultyRedis {
  readonly url: string
  readonly token: string
  /** Null while all is well. */
  fault: Fault | null
  /** The commands that came, as JSON, one for each round trip. */
  readonly came: string[]
  /** Ways to the same Redis that have no faults. */
  readonly direct: Redis
  readonly directUrl: string
  /** The keys that end like this. */
  keys(ending?: string): Promise<string[]>
  close(): Promise<void>
}

/** A Redis of its own with a way to it that can be broken. */
export async function startFaultyRedis(): Promise<FaultyRedis> {
  const standIn = await startRedis({ redisUrl: '' })
  const direct = new Redis({ url: standIn.url, token: standIn.token, automaticDeserialization: false })
  const server = createServer(async (request, response) => {
    const command = await text(request)
    faulty.came.push(command)
    if (faulty.fault === 'stopped') return void response.destroy()
    const right = await forward(standIn.url, request, command)
    response.setHeader('Content-Type', 'application/json')
    if (faulty.fault) faults[faulty.fault](right, response)
    else response.end(right)
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  const faulty: FaultyRedis = {
    url: `http://127.0.0.1:${port}`,
    token: standIn.token,
    fault: null,
    came: [],
    direct,
    directUrl: standIn.url,
    keys: (ending = '') => direct.keys(`*${ending}`),
    async close() {
      server.closeAllConnections()
      server.close()
      await standIn.close()
    },
  }
  return faulty
}

async function forward(url: string, { url: path, headers }: IncomingMessage, body: string): Promise<string> {
  const { authorization = '' } = headers
  const answer = await fetch(`${url}${path}`, { method: 'POST', headers: { authorization }, body })
  return answer.text()
}

function later(act: () => void): void {
  setTimeout(act, 5_000).unref()
}
