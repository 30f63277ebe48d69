import { parseArgs } from 'node:util'
import { type Client, createClient } from '@libsql/client/http'
import { migrate } from '../migrate.ts'
import { type Progress, progressOn } from '../progress.ts'
import { mendSearch } from '../reindex.ts'
import { CliError } from '../trouble.ts'

type Load = (
  client: Client,
  options: { influencers: number; seed: number; now: number; progress: Progress },
) => Promise<unknown>

const usage = 'npm run demo -- [--influencers 60] [--seed 7] [--url http://127.0.0.1:8788]'

/** Fills the database at `--url`, which must run, be of this machine and be empty. Gives the exit code. */
export async function crowdFromCommandLine(args: readonly string[], load: Load): Promise<number> {
  const startedAt = performance.now()
  try {
    const { influencers, seed, url } = readFlags(args)
    const client = createClient({ url })
    await client.execute('select 1').catch(() => {
      throw new CliError(`No database answers at ${url}: start Parley first, or say where it is with --url.`)
    })
    await mendSearch(client)
    await migrate(client)
    await load(client, { influencers, seed, now: Date.now(), progress: progressOn(process.stdout) })
    console.log(`Done in ${((performance.now() - startedAt) / 1_000).toFixed(1)} s.`)
    return 0
  } catch (error) {
    console.error(error instanceof CliError ? error.message : error)
    return 1
  }
}

function readFlags(args: readonly string[]) {
  const options = {
    influencers: { type: 'string' },
    seed: { type: 'string' },
    url: { type: 'string' },
  } as const
  try {
    const { values } = parseArgs({ args: [...args], options })
    return {
      influencers: wholeNumber('--influencers', values.influencers ?? '60', 1_000_000),
      seed: wholeNumber('--seed', values.seed ?? '7', 2 ** 31 - 1),
      url: localUrl(values.url ?? 'http://127.0.0.1:8788'),
    }
  } catch (error) {
    throw new CliError(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}

function wholeNumber(name: string, text: string, most: number): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= 1 && number <= most) return number
  throw new CliError(`${name} must be a whole number from 1 to ${most.toLocaleString('en')}, not "${text}".`)
}

// Everybody in the demo has the same password, and the README tells it.
function localUrl(url: string): string {
  const host = URL.parse(url)?.hostname ?? ''
  if (['127.0.0.1', 'localhost', '[::1]'].includes(host)) return url
  throw new CliError(
    'The demo data is for a database of this machine only: its password is known to everybody.',
  )
}
