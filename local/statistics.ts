import { pathToFileURL } from 'node:url'
import { type Client, createClient } from '@libsql/client/http'
import { type Progress, progressOn } from './progress.ts'
import {
  buildFigures,
  definition,
  dropsOfTriggers,
  replaceFigures,
  storedDefinition,
} from './statistics/build.ts'
import { compareFigures, type Difference } from './statistics/compare.ts'

interface Options {
  /** The maximum number of rows per transaction. Other writers wait for each transaction. */
  readonly piece?: number
  readonly progress?: Progress
}

const PIECE = 20_000

/** Recounts all figures if their definition has changed, or if they were suspended. Returns whether it did. */
export async function updateStatistics(
  client: Client,
  { piece = PIECE, progress = () => {} }: Options = {},
): Promise<boolean> {
  if ((await storedDefinition(client)) === definition) return false
  await buildFigures(client, piece, progress)
  await replaceFigures(client)
  return true
}

/**
 * Recounts all figures and returns which were wrong: how many, and the first of them. Null if those in use were made by
 * another definition, so they cannot be compared. Pages show the old figures until the new ones are complete.
 */
export async function rebuildStatistics(
  client: Client,
  { piece = PIECE, progress = () => {} }: Options = {},
): Promise<{ count: number; listed: Difference[] } | null> {
  const isComparable = (await storedDefinition(client)) === definition
  await buildFigures(client, piece, progress)
  const differences = isComparable ? await compareFigures(client, piece) : null
  await replaceFigures(client)
  return differences
}

/** Drops the triggers for a bulk load. The next `updateStatistics` recounts all figures. */
export async function suspendStatistics(client: Client): Promise<void> {
  await client.batch(await dropsOfTriggers(client), 'write')
}

/** "2026-10-03 closed accepted: 12, should be 13". */
export function describeDifference({ ownerId, day, figure, dimension, was, is }: Difference): string {
  const when = day === 0 ? 'now' : new Date(day * 86_400_000).toISOString().slice(0, 10)
  const whose = ownerId === 0 ? '' : ` of user ${ownerId}`
  return `${when} ${[figure, dimension].filter(Boolean).join(' ')}${whose}: ${was}, should be ${is}`
}

// `npm run statistics:rebuild`, for any libSQL database that `npm run migrate` has prepared.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { TURSO_DATABASE_URL: url, TURSO_AUTH_TOKEN: authToken } = process.env
  if (!url) {
    console.error('Set TURSO_DATABASE_URL (and TURSO_AUTH_TOKEN) to the database.')
    process.exit(1)
  }
  const client = createClient({ url, ...(authToken && { authToken }) })
  const progress = progressOn(process.stdout)
  const differences = await rebuildStatistics(client, { progress })
  progress(1, 'statistics: done')
  if (differences === null) console.log('All figures were counted. There were none to compare them with.')
  else if (differences.count === 0) console.log('All figures were right.')
  else {
    console.log(`${differences.count} figures were wrong and are corrected:`)
    for (const difference of differences.listed) console.log(`  ${describeDifference(difference)}`)
    if (differences.count > differences.listed.length) console.log('  …')
  }
}
