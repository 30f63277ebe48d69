import { takenPorts } from '../servers/ports.ts'
import { type ServerProcess, startServerProcess } from '../servers/server-process.ts'
import { wranglerEnv } from './wrangler.ts'

export interface WorkerOptions {
  /** 0, the default, means any free port. */
  readonly port?: number
  /** Bindings besides the [vars] of wrangler.toml. */
  readonly vars: Readonly<Record<string, string>>
  /** The folder of R2. Without it, R2 is empty at each start. */
  readonly storage?: string
  /** Whether to restart when a source or a static file changes. */
  readonly watch?: boolean
}

/**
 * Runs `src/worker.ts` for development, configured by wrangler.toml. A file that does not compile is reported on the
 * console, and requests wait until it does. Throws if the port is taken.
 */
export async function startDevServer(options: WorkerOptions, stop?: AbortSignal): Promise<ServerProcess> {
  // Wrangler itself would wait for the port forever, silently.
  if (options.port && (await takenPorts([options.port])).length > 0) {
    throw new Error(`Port ${options.port} is taken`)
  }
  Object.assign(process.env, wranglerEnv)
  return startServerProcess('The Worker', new URL('./process.ts', import.meta.url), options, stop)
}
