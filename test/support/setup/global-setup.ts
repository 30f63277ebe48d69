import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client/http'
import type { TestProject } from 'vitest/node'
import { startLibsql } from '../../../local/libsql/server.ts'
import { migrate } from '../../../local/migrate.ts'
import { bundleWorker } from '../../../local/worker/bundle.ts'
import { type Configuration, readConfiguration } from '../../../local/worker/run-bundle.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated, empty database file. Every test file gets a copy. */
    pristine: string
    /** The Worker, bundled for this run. */
    script: string
    /** From wrangler.toml. */
    configuration: Configuration
    /** A copy of the static files, so that another build does not change them. */
    files: string
    /** The size of the Worker's bundle, gzipped. */
    bundleBytes: number
  }
}

/** Runs once: builds the Worker, its static files and an empty, migrated database. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'parley-built-'))
  // This also builds static/build: it is the [build] command in wrangler.toml.
  const { script, gzipBytes } = await bundleWorker(
    join(folder, 'worker'),
    'test/support/worker/watched-worker.js',
  )
  const files = join(folder, 'static')
  await cp(new URL('../../../static', import.meta.url), files, { recursive: true })
  const file = join(folder, 'pristine.db')
  const libsql = await startLibsql({ file })
  const client = createClient({ url: libsql.url })
  await migrate(client)
  client.close()
  await libsql.close()
  project.provide('pristine', file)
  project.provide('script', script)
  project.provide('configuration', await readConfiguration())
  project.provide('files', files)
  project.provide('bundleBytes', gzipBytes)
  return () => rm(folder, { recursive: true, force: true })
}
