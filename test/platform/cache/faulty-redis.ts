import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { Redis } from '@upstash/redis'
import { startRedis } from '../../../local/redis/server.ts'

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

/** A way to a Redis that can be broken. */
export interface Door {
  readonly url: string
  readonly token: string
  /** Null while all is well. */
  fault: Fault | null
  /** The commands received, as JSON, one for each round trip. */
  readonly commands: string[]
  /** How many of them were not waited for to the end. */
  abandoned: number
  close(): Promise<void>
}

export interface FaultyRedis extends Door {
  /** Ways to the same Redis that have no faults. */
  readonly direct: Redis
  readonly directUrl: string
  /** The keys that end like this. */
  keys(ending?: string): Promise<string[]>
}

/** A Redis of its own with a way to it that can be broken. */
export async function startFaultyRedis(): Promise<FaultyRedis> {
  const standIn = await startRedis({ redisUrl: '' })
  const direct = new Redis({ url: standIn.url, token: standIn.token, automaticDeserialization: false })
  const door = await openDoor(standIn)
  return Object.assign(door, {
    direct,
    directUrl: standIn.url,
    keys: (ending = '') => direct.keys(`*${ending}`),
    close: closing(door, standIn),
  })
}

/** Another way to the same Redis, with faults of its own. */
export async function openDoor({ url: target, token }: Pick<Door, 'url' | 'token'>): Promise<Door> {
  const server = createServer(async (request, response) => {
    response.on('close', () => {
      if (!response.writableFinished) door.abandoned++
    })
    const command = await text(request)
    door.commands.push(command)
    if (door.fault === 'stopped') return void response.destroy()
    const right = await forward(target, request, ofOneBuild(command))
    response.setHeader('Content-Type', 'application/json')
    if (door.fault) faults[door.fault](right, response)
    else response.end(right)
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  const door: Door = {
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
  return door
}

function closing(door: Door, standIn: { close(): Promise<void> }): () => Promise<void> {
  const { close } = door
  return async () => {
    await close()
    await standIn.close()
  }
}

// Miniflare takes each Worker that it runs for another upload; here they are isolates of the same.
function ofOneBuild(command: string): string {
  return command.replace(/(parley:127\.0\.0\.1:\d+:)[0-9a-f-]{36}:/g, '$1one:')
}

async function forward(url: string, { url: path, headers }: IncomingMessage, body: string): Promise<string> {
  const { authorization = '' } = headers
  const answer = await fetch(`${url}${path}`, { method: 'POST', headers: { authorization }, body })
  return answer.text()
}

function later(act: () => void): void {
  setTimeout(act, 5_000).unref()
}
