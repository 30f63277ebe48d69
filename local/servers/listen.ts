import { type ServerType, serve } from '@hono/node-server'
import { KEEP_ALIVE } from './keep-alive.ts'

export interface Listening {
  /** Without a trailing slash. */
  readonly url: string
  close(): Promise<void>
}

export interface Address {
  /** 0, the default, means any free port. */
  readonly port?: number
  readonly host?: string
}

type App = { fetch(request: Request): Response | Promise<Response> }

/** Serves a Hono app. Resolves once it listens, and rejects with Node's error (EADDRINUSE) if it can't. */
export async function listen(app: App, { port = 0, host = '127.0.0.1' }: Address = {}): Promise<Listening> {
  const { server, actualPort } = await new Promise<{ server: ServerType; actualPort: number }>(
    (resolve, reject) => {
      const options = {
        fetch: app.fetch,
        port,
        hostname: host,
        serverOptions: { keepAliveTimeout: KEEP_ALIVE },
      }
      const server = serve(options, (info) => resolve({ server, actualPort: info.port }))
      server.once('error', reject)
    },
  )
  return { url: `http://${host}:${actualPort}`, close: () => close(server) }
}

function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    // Keep-alive connections would keep the server open for minutes.
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
