import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { KEEP_ALIVE } from '../../../local/servers/keep-alive.ts'

/** A proxy in front of a database that can accept requests without ever answering them. */
export interface SilentDatabase {
  readonly url: string
  /** The requests that it does not answer. Writes still reach the database. */
  silentOn: 'nothing' | 'reads' | 'writes'
  close(): void
}

export async function startSilentDatabase(target: string): Promise<SilentDatabase> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE }, async (request, response) => {
    const body = await text(request)
    const kind = body.includes('BEGIN IMMEDIATE') ? 'writes' : 'reads'
    const isSilent = database.silentOn === kind
    if (isSilent && kind === 'reads') return
    const answer = await forward(target, request, body)
    if (!isSilent) response.setHeader('Content-Type', 'application/json').end(answer)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const database: SilentDatabase = {
    url: `http://127.0.0.1:${port}`,
    silentOn: 'nothing',
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
  return database
}

async function forward(target: string, { url = '/', method = 'GET' }: IncomingMessage, body: string) {
  const init = method === 'GET' ? {} : { method, body }
  const answer = await fetch(new URL(url, target), {
    ...init,
    headers: { 'content-type': 'application/json' },
  })
  return answer.text()
}
