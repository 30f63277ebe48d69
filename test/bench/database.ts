import { createHash } from 'node:crypto'
import { constants, existsSync } from 'node:fs'
import { copyFile, glob, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openForLoading } from '../../local/crowd/command.ts'
import type { ChosenCounts } from '../../local/crowd/plan.ts'
import { loadCrowd } from '../../local/crowd.ts'
import { migrate } from '../../local/migrate.ts'
import { progressOn } from '../../local/progress.ts'
import { type ServerProcess, startServerProcess } from '../../local/servers/server-process.ts'
import { DAY } from '../../src/shared/time.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A database with more influencers is not copied. It has gigabytes, and a run only adds sessions to it. */
const MAX_COPIED = 100_000

/** A libSQL server in a process of its own, as `npm start` has it. */
export function startLibsqlProcess(file: string): Promise<ServerProcess> {
  return startServerProcess('The database', new URL('../../local/libsql/process.ts', import.meta.url), {
    file,
  })
}

/** A database with a crowd. It is loaded once, kept under .data, and copied for each run. */
export async function crowdDatabase(
  influencers: number,
  chosen: ChosenCounts = {},
): Promise<{ file: string; close(): Promise<void> }> {
  const original = await loadedFile(influencers, chosen)
  if (influencers > MAX_COPIED) return { file: original, close: async () => {} }

  const folder = await mkdtemp(join(tmpdir(), 'parley-bench-'))
  const file = join(folder, 'parley.db')
  await copyFile(original, file, constants.COPYFILE_FICLONE)
  return { file, close: () => rm(folder, { recursive: true, force: true }) }
}

async function loadedFile(influencers: number, chosen: ChosenCounts): Promise<string> {
  const folder = join(root, '.data')
  const counts = [influencers, chosen.campaigns, chosen.requests].filter((count) => count !== undefined)
  const name = `bench-${counts.join('-')}`
  const file = join(folder, `${name}-${await hashOfSources()}.db`)
  if (await isFresh(file)) return file

  console.log(`Loading a crowd of ${influencers.toLocaleString('en')} influencers, once.`)
  await mkdir(folder, { recursive: true })
  for await (const old of glob(`${name}-{${'?'.repeat(12)},unfinished}.db*`, { cwd: folder }))
    await rm(join(folder, old))
  const unfinished = join(folder, `${name}-unfinished.db`)
  await load(unfinished, influencers, chosen)
  await rename(unfinished, file)
  return file
}

async function load(file: string, influencers: number, chosen: ChosenCounts): Promise<void> {
  const client = await openForLoading(file)
  await migrate(client)
  const progress = progressOn(process.stdout)
  await loadCrowd(client, { influencers, ...chosen, seed: 7, now: Date.now(), progress })
  // Moves everything from the write-ahead log into the database file.
  await client.execute('pragma wal_checkpoint(truncate)')
  client.close()
}

// Requests expire, so an old crowd has few open ones.
async function isFresh(file: string): Promise<boolean> {
  return existsSync(file) && Date.now() - (await stat(file)).mtimeMs < 2 * DAY
}

async function hashOfSources(): Promise<string> {
  const names: string[] = []
  for await (const name of glob(sources, { cwd: root })) names.push(name)
  const hash = createHash('sha256')
  for (const name of names.sort()) hash.update(name).update(await readFile(join(root, name)))
  return hash.digest('hex').slice(0, 12)
}

const sources = [
  'migrations/*.sql',
  'local/crowd.ts',
  'local/search-index.ts',
  'local/{crowd,search-index}/**/*.ts',
  'src/features/discovery/index/*.ts',
  'src/features/**/*-index.ts',
  'src/platform/search/*.ts',
]
