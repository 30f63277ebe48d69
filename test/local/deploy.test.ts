import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { gzipBytesIn, MAX_GZIP_BYTES } from '../../local/worker/bundle.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')

/** Other tests of this process may have made Wrangler quiet. */
const deployEnv = { WRANGLER_SEND_METRICS: 'false', WRANGLER_LOG: 'log' }

let clone: string

beforeEach(async () => {
  clone = await mkdtemp(join(tmpdir(), 'parley-clone-'))
})
afterEach(() => rm(clone, { recursive: true }))

it('`wrangler deploy` builds everything on a fresh clone, within its budget', async () => {
  const { stdout: files } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  })
  for (const file of files
    .split('\n')
    .filter((name) => /^(src|static|local)\/|^[^/]+\.(toml|json)$/.test(name))) {
    await mkdir(join(clone, dirname(file)), { recursive: true })
    await cp(join(root, file), join(clone, file))
  }
  await symlink(join(root, 'node_modules'), join(clone, 'node_modules'))

  const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js')
  const env = { ...process.env, ...deployEnv, XDG_CONFIG_HOME: join(clone, 'config') }
  const flags = ['deploy', '--dry-run', '--outdir', join(clone, 'dist')]
  const { stdout } = await run(process.execPath, [wrangler, ...flags], { cwd: clone, env })
  expect(stdout).toContain('--dry-run: exiting now.')
  expect(stdout).toContain('CF_VERSION_METADATA')
  expect(await gzipBytesIn(join(clone, 'dist'))).toBeLessThan(MAX_GZIP_BYTES)
})
