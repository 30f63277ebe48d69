import { type ServerType, serve } from '@hono/node-server'

export interface Listening {
  /** Without a slash at its end. */
  readonly url: string
  close(): Promise<void>
}

export interface Address {
  /** 0, the default, takes a free one. */
  readonly port?: number
  readonly host?: string
}

type App = { fetch(request: Request): Response | Promise<Response> }

/** Serves a Hono app; resolves once it listens, rejects with Node's error (EADDRINUSE) when it can't. */
export async function listen(app: App, { port = 0, host = '127.0.0.1' }: Address = {}): Promise<Listening> {
  const { server, takenPort } = await new Promise<{ server: ServerType; takenPort: number }>(
    (resolve, reject) => {
      const server = serve({ fetch: app.fetch, port, hostname: host }, (info) =>
        resolve({ server, takenPort: info.port }),
      )
      server.once('error', reject)
    },
  )
  return { url: `http://${host}:${takenPort}`, close: () => close(server) }
}

function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    // Keep-alive connections of a browser or a Worker would hold the server open for minutes.
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
