import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { KEEP_ALIVE } from '../servers/keep-alive.ts'
import { Database } from './database.ts'
import { ProtocolError } from './errors.ts'
import { answerPipeline } from './pipeline.ts'
import { pipelineBody } from './protocol.ts'
import { readBody } from './request-body.ts'
import { Streams } from './streams.ts'

export interface LibsqlServer {
  url: string
  /** How many pipeline requests it has answered, which is the number of round trips. */
  readonly pipelines: number
  /** Rolls back open transactions and closes everything. The file alone then holds the whole database. */
  close(): Promise<void>
}

export interface LibsqlOptions {
  /** A path, or `:memory:` for a database that is deleted by `close`. */
  file: string
  /** 0, the default, means any free port. */
  port?: number
  host?: string
  /** In bytes. Longer requests get a 413. */
  bodyLimit?: number
  /** If set, other bearer tokens get a 401. */
  authToken?: string
  /** How long a stream waits for its next request, in ms, before it is closed and rolled back. */
  batonLifetime?: number
}

const DEFAULTS = { port: 0, host: '127.0.0.1', bodyLimit: 10 * 1024 * 1024, batonLifetime: 10_000 }

/**
 * The local stand-in for Turso: Hrana 2 and 3 (HTTP, JSON) over embedded libSQL. Nothing else may change the schema of
 * the file while it runs. Rejects if the file cannot be opened or the port is in use (EADDRINUSE).
 */
export async function startLibsql(options: LibsqlOptions): Promise<LibsqlServer> {
  const { file, port, host, batonLifetime, ...limits } = { ...DEFAULTS, ...options }
  const database = new Database(file)
  const backend: Backend = {
    ...limits,
    database,
    streams: new Streams(database, batonLifetime),
    pipelines: 0,
  }
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE }, (request, response) => {
    void receive(backend, request, response)
  })

  server.listen(port, host)
  await once(server, 'listening').catch((error: unknown) => {
    database.close()
    throw error
  })

  return {
    url: `http://${host}:${portOf(server)}`,
    get pipelines() {
      return backend.pipelines
    },
    close: () => stop(server, backend),
  }
}

interface Backend {
  readonly database: Database
  readonly streams: Streams
  readonly bodyLimit: number
  readonly authToken?: string
  pipelines: number
}

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The server has no port')
  return address.port
}

async function stop(server: Server, { streams, database }: Backend): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  database.writeQueue.close()
  streams.closeAll()
  database.close()
  server.closeAllConnections()
  await closed
}

async function receive(backend: Backend, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const route = `${request.method} ${request.url}`
  if (PROBES.has(route)) return send(response, 200, 'Hrana over HTTP, JSON')
  if (!PIPELINES.has(route)) return send(response, 404, 'Not found')
  // Only browsers send it. Otherwise any page that a developer has open could write to the database.
  if (request.headers.origin !== undefined) return send(response, 403, 'This is not for browsers')
  if (backend.authToken !== undefined && request.headers.authorization !== `Bearer ${backend.authToken}`) {
    return send(response, 401, 'The bearer token is missing or wrong')
  }

  try {
    const body = await readBody(request, backend.bodyLimit)
    if (body === undefined) return send(response, 413, `More than ${backend.bodyLimit} bytes`)

    const answer = await answerPipeline(backend.database, backend.streams, parsePipeline(body))
    backend.pipelines += 1
    send(response, 200, answer, 'application/json')
  } catch (error) {
    sendFailure(response, error)
  }
}

const PROBES: ReadonlySet<string> = new Set(['GET /v2', 'GET /v3'])
const PIPELINES: ReadonlySet<string> = new Set(['POST /v2/pipeline', 'POST /v3/pipeline'])

function parsePipeline(body: string) {
  try {
    return pipelineBody.parse(JSON.parse(body))
  } catch (cause) {
    throw new ProtocolError('The body is not a pipeline', { cause })
  }
}

function sendFailure(response: ServerResponse, error: unknown): void {
  if (error instanceof ProtocolError) {
    send(response, 400, error.message)
  } else if (!response.destroyed) {
    console.error(error)
    send(response, 500, 'The local libSQL server failed; its console says why')
  }
}

function send(response: ServerResponse, status: number, body: string, type = 'text/plain'): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}
