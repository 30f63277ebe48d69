import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { type Client, createClient } from '@libsql/client/sqlite3'
import { CliError } from '../cli-error.ts'
import { migrate } from '../migrate.ts'
import { type Progress, progressOn } from '../progress.ts'
import type { ChosenCounts } from './plan.ts'

type Load = (
  client: Client,
  options: ChosenCounts & { influencers: number; seed: number; now: number; progress: Progress },
) => Promise<unknown>

const usage =
  'npm run crowd -- [--influencers 10000] [--campaigns 5000] [--requests 50000] [--seed 7] [--file .data/parley.db]'

/** Adds a crowd to a database file while Parley does not run. Returns the exit code. */
export async function crowdFromCommandLine(args: readonly string[], load: Load): Promise<number> {
  const startedAt = performance.now()
  try {
    const { file, ...counts } = readFlags(args)
    const client = await openForLoading(file)
    await migrate(client)
    await load(client, { ...counts, now: Date.now(), progress: progressOn(process.stdout) })
    client.close()
    console.log(`Done in ${((performance.now() - startedAt) / 1_000).toFixed(1)} s.`)
    return 0
  } catch (error) {
    console.error(error instanceof CliError ? error.message : error)
    return 1
  }
}

/** Opens or creates a database file for a bulk load. No other process may use the file. */
export async function openForLoading(file: string): Promise<Client> {
  const client = createClient({ url: pathToFileURL(file).href, concurrency: 1 })
  for (const pragma of pragmas) await client.execute(`pragma ${pragma}`)
  return client
}

// A write-ahead log would write each new page twice. `synchronous = off` does not wait for the disk: after a power failure,
// load again. The cache size is in KiB.
const pragmas = [
  'journal_mode = truncate',
  'synchronous = off',
  'cache_size = -400000',
  'temp_store = memory',
  'foreign_keys = off',
]

function readFlags(args: readonly string[]) {
  const options = {
    influencers: { type: 'string', default: '10000' },
    campaigns: { type: 'string' },
    requests: { type: 'string' },
    seed: { type: 'string', default: '7' },
    file: { type: 'string', default: fileURLToPath(new URL('../../.data/parley.db', import.meta.url)) },
  } as const
  try {
    const { values } = parseArgs({ args: [...args], options })
    return {
      influencers: wholeNumber('--influencers', values.influencers, 1_000_000),
      campaigns: optionalNumber('--campaigns', values.campaigns),
      requests: optionalNumber('--requests', values.requests),
      seed: wholeNumber('--seed', values.seed, 2 ** 31 - 1),
      file: values.file,
    }
  } catch (error) {
    throw new CliError(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}

function optionalNumber(name: string, text: string | undefined): number | undefined {
  return text === undefined ? undefined : wholeNumber(name, text, 10_000_000)
}

function wholeNumber(name: string, text: string, max: number): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= 1 && number <= max) return number
  throw new CliError(`${name} must be a whole number from 1 to ${max.toLocaleString('en')}, not "${text}".`)
}
