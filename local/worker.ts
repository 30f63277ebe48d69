import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, parse } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { Log, LogLevel, Miniflare, type WorkerdStructuredLog } from 'miniflare'
import { type Part, startPart } from './part.ts'
import { takenPorts } from './ports.ts'

export interface WorkerOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number
  /** Its bindings, besides the [vars] of wrangler.toml. */
  readonly vars: Readonly<Record<string, string>>
  /** Whether to start again when a source or a static file changes. */
  readonly watch?: boolean
}

const root = fileURLToPath(new URL('..', import.meta.url))
const usualOutput = join(root, 'dist/worker')

// Wrangler otherwise reports its use, writes into the home folder, and fetches a sample of request.cf. Without a
// folder that it can write to, its local runtime dies without a word and every request hangs.
const quiet = {
  XDG_CONFIG_HOME: join(root, '.data/config'),
  // Wrangler runs the [build] command in a way that Node warns about.
  NODE_OPTIONS: '--disable-warning=DEP0190',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_WRITE_LOGS: 'false',
  WRANGLER_LOG: 'warn',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
}

/**
 * Runs `src/worker.ts` as wrangler.toml says, for development. A source that doesn't compile is reported on the
 * console and requests wait until it does. Throws when the port is taken.
 */
export async function startWorker(options: WorkerOptions, stop?: AbortSignal): Promise<Part> {
  // Wrangler would wait for the port for ever, without a word.
  if (options.port && (await takenPorts([options.port])).length > 0) {
    throw new Error(`Port ${options.port} is taken`)
  }
  Object.assign(process.env, quiet)
  return startPart('The Worker', new URL('./worker-process.ts', import.meta.url), options, stop)
}

export interface Bundle {
  readonly script: string
  /** Of all that would be uploaded. */
  readonly gzipBytes: number
}

/** Bundles the Worker as a deployment would, into a folder that it empties. Throws with the compiler's words. */
export async function bundleWorker(output = usualOutput, entry = 'src/worker.ts'): Promise<Bundle> {
  await rm(output, { recursive: true, force: true })
  const require = createRequire(import.meta.url)
  const wrangler = join(require.resolve('wrangler/package.json'), '../bin/wrangler.js')
  const flags = ['deploy', entry, '--dry-run', '--minify', '--outdir', output]
  await promisify(execFile)(process.execPath, [wrangler, ...flags], {
    cwd: root,
    env: { ...process.env, ...quiet },
  })
  const names = (await readdir(output)).filter((name) => !name.endsWith('.map') && name !== 'README.md')
  const sizes = names.map(async (name) => gzipSync(await readFile(join(output, name))).length)
  const gzipBytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  return { script: join(output, `${parse(entry).name}.js`), gzipBytes }
}

export interface RunningWorker {
  readonly url: string
  /** Calls the Worker without a socket. */
  readonly fetch: Miniflare['dispatchFetch']
  close(): Promise<void>
}

interface RunOptions extends Omit<WorkerOptions, 'watch'> {
  /** What `bundleWorker` gave; its usual place by default. */
  readonly script?: string
  /** The folder of static files, the one of wrangler.toml by default; null for none. */
  readonly files?: string | null
  /** What `readConfiguration` gave, so that Wrangler need not be loaded once more for it. */
  readonly configuration?: Configuration
  /** Gets every line that the Worker logs; by default they go to the console. */
  readonly onLog?: (log: WorkerdStructuredLog) => void
}

/** Runs what `bundleWorker` made in workerd, with static files, for tests and benchmarks. */
export async function runWorker({
  vars,
  port = 0,
  script = join(usualOutput, 'worker.js'),
  files,
  configuration,
  onLog = ({ level, message }) => (level === 'error' ? console.error(message) : console.log(message)),
}: RunOptions): Promise<RunningWorker> {
  if (!existsSync(script)) throw new Error(`${script} is not there: call bundleWorker first`)
  Object.assign(process.env, quiet)
  const miniflare = new Miniflare({
    host: '127.0.0.1',
    port,
    cf: false,
    logRequests: false,
    log: new Log(LogLevel.WARN),
    handleStructuredLogs: onLog,
    workers: [configured(configuration ?? (await readConfiguration()), { script, vars, files })],
  })
  const url = (await miniflare.ready).origin
  return { url, fetch: miniflare.dispatchFetch, close: () => miniflare.dispose() }
}

/** How wrangler.toml wants the Worker run: compatibility, static files, [vars]. A structured clone will do as well. */
export type Configuration = Awaited<ReturnType<typeof readConfiguration>>

/** Reads wrangler.toml by means of Wrangler, which takes a second of the processor to load. */
export async function readConfiguration() {
  const { unstable_getMiniflareWorkerOptions, unstable_readConfig } = await import('wrangler')
  const config = unstable_readConfig({ config: join(root, 'wrangler.toml') })
  const { workerOptions } = unstable_getMiniflareWorkerOptions(config)
  // Not the bindings of workerOptions: they'd have a developer's .dev.vars among them.
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
    modules: true,
    modulesRoot: join(script, '..'),
    scriptPath: script,
  }
}
