import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Log, LogLevel, Miniflare, type WorkerdStructuredLog } from 'miniflare'
import type { WorkerOptions } from './dev-server.ts'
import { defaultOutput, root, wranglerEnv } from './wrangler.ts'

export interface RunningWorker {
  readonly url: string
  /** Calls the Worker without a socket. */
  readonly fetch: Miniflare['dispatchFetch']
  close(): Promise<void>
}

export interface RunOptions extends Omit<WorkerOptions, 'watch' | 'storage'> {
  /** The result of `bundleWorker`. */
  readonly script?: string
  /** The folder of static files. By default the one in wrangler.toml; null for none. */
  readonly files?: string | null
  /** The port of the inspector. By default there is none. */
  readonly inspectorPort?: number
  /** The result of `readConfiguration`, if there is one already: reading it loads Wrangler. */
  readonly configuration?: Configuration
  /** Receives every line that the Worker logs. By default they go to the console. */
  readonly onLog?: (log: WorkerdStructuredLog) => void
}

/** Runs a bundled Worker in workerd, with its static files, for tests and benchmarks. */
export async function runWorker({
  vars,
  port = 0,
  script = join(defaultOutput, 'worker.js'),
  files,
  configuration,
  inspectorPort,
  onLog = ({ level, message }) => (level === 'error' ? console.error(message) : console.log(message)),
}: RunOptions): Promise<RunningWorker> {
  if (!existsSync(script)) throw new Error(`${script} does not exist: call bundleWorker first`)
  Object.assign(process.env, wranglerEnv)
  const miniflare = new Miniflare({
    host: '127.0.0.1',
    port,
    cf: false,
    ...(inspectorPort !== undefined && { inspectorPort }),
    logRequests: false,
    log: new Log(LogLevel.WARN),
    handleStructuredLogs: onLog,
    workers: [configured(configuration ?? (await readConfiguration()), { script, vars, files })],
  })
  const url = (await miniflare.ready).origin
  return { url, fetch: miniflare.dispatchFetch, close: () => miniflare.dispose() }
}

/** The settings in wrangler.toml for running the Worker: compatibility, static files, [vars]. It can be cloned. */
export type Configuration = Awaited<ReturnType<typeof readConfiguration>>

/** Reads wrangler.toml with Wrangler, which takes a second of CPU to load. */
export async function readConfiguration() {
  const { unstable_getMiniflareWorkerOptions, unstable_readConfig } = await import('wrangler')
  const config = unstable_readConfig({ config: join(root, 'wrangler.toml') })
  const { workerOptions } = unstable_getMiniflareWorkerOptions(config)
  // Not the bindings in workerOptions: they include a developer's .dev.vars.
  return Object.assign(workerOptions, { bindings: config.vars })
}

interface Script {
  readonly script: string
  readonly vars: WorkerOptions['vars']
  readonly files: string | null | undefined
}

function configured({ assets, ...configuration }: Configuration, { script, vars, files }: Script) {
  return {
    ...configuration,
    ...(files !== null && { assets: { ...assets, ...(files && { directory: files }) } }),
    bindings: { ...configuration.bindings, ...vars },
    // The bundle is one file. Miniflare would look for more, and fails at an import that QStash's client never runs.
    modules: [{ type: 'ESModule' as const, path: script }],
    modulesRoot: join(script, '..'),
  }
}
