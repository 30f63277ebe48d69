import { execFile } from 'node:child_process'
import { readdir, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, parse } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { sum } from '../../src/shared/numbers/sum.ts'
import { defaultOutput, root, wranglerEnv } from './wrangler.ts'

/** What a deployment may weigh, gzipped and without the static files. This is the only place that says so. */
export const MAX_GZIP_BYTES = 800_000

export interface Bundle {
  readonly script: string
  /** The size of everything that would be uploaded. */
  readonly gzipBytes: number
}

/** Bundles the Worker as a deployment would, into a folder that it empties first. Throws the compiler's errors. */
export async function bundleWorker(output = defaultOutput, entry = 'src/worker.ts'): Promise<Bundle> {
  await rm(output, { recursive: true, force: true })
  const require = createRequire(import.meta.url)
  const wrangler = join(require.resolve('wrangler/package.json'), '../bin/wrangler.js')
  const flags = ['deploy', entry, '--dry-run', '--outdir', output]
  await promisify(execFile)(process.execPath, [wrangler, ...flags], {
    cwd: root,
    env: { ...process.env, ...wranglerEnv },
  })
  return { script: join(output, `${parse(entry).name}.js`), gzipBytes: await gzipBytesIn(output) }
}

/** The size of everything in the folder of a bundle that would be uploaded, gzipped. */
export async function gzipBytesIn(output: string): Promise<number> {
  const names = (await readdir(output)).filter((name) => !name.endsWith('.map') && name !== 'README.md')
  const sizes = names.map(async (name) => gzipSync(await readFile(join(output, name))).length)
  return sum(await Promise.all(sizes))
}
