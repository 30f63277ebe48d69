import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where `bundleWorker` puts its result by default. */
export const defaultOutput = join(root, 'dist/worker')

/**
 * Environment variables for Wrangler. Otherwise it sends usage reports, writes into the home folder, and downloads
 * a sample of `request.cf`. Without a folder that it can write to, its local runtime dies silently and every request
 * hangs.
 */
export const wranglerEnv = {
  XDG_CONFIG_HOME: join(root, '.data/config'),
  // Wrangler runs the [build] command in a way that Node warns about.
  NODE_OPTIONS: '--disable-warning=DEP0190',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_WRITE_LOGS: 'false',
  WRANGLER_LOG: 'warn',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
}
