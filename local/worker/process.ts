import { devNull } from 'node:os'
import type { WorkerdStructuredLog } from 'miniflare'
import { unstable_startWorker } from 'wrangler'
import { runServerProcess } from '../servers/server-process.ts'
import type { WorkerOptions } from './dev-server.ts'

/** Wrangler's own development server: it bundles, runs workerd, and restarts when a file changes. */
runServerProcess(async ({ port = 0, vars, storage, watch = false }: WorkerOptions) => {
  const bindings = Object.entries(vars).map(([name, value]) => [name, { type: 'plain_text', value }])
  const worker = await unstable_startWorker({
    config: 'wrangler.toml',
    // A .env or .dev.vars for another purpose must not reach in here.
    envFiles: [devNull],
    bindings: Object.fromEntries(bindings),
    // `start.ts` watches what the browser gets, so the [build] command runs only once, at the start.
    build: { nodejsCompatMode: 'v2', custom: { command: '' } },
    dev: {
      server: { hostname: '127.0.0.1', port },
      remote: false,
      persist: storage ?? false,
      inspector: false,
      liveReload: false,
      watch,
      logLevel: 'warn',
      structuredLogsHandler: ({ level, message }: WorkerdStructuredLog) =>
        level === 'error' || level === 'warn' ? console.error(message) : console.log(message),
    },
  })
  await worker.ready
  return { url: (await worker.url).origin, close: () => worker.dispose() }
})
