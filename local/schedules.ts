import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { Client, Schedule } from '@upstash/qstash'
import { parseEnv } from '../src/env.ts'
import { jobNames, jobPath, schedule } from '../src/features/jobs/schedule.ts'
import { openQstash } from '../src/platform/queue/queue.ts'

/** Schedules with this prefix are ours. All others are left alone. */
const PREFIX = 'parley-'

interface Wanted {
  readonly scheduleId: string
  readonly destination: string
  readonly cron: string
}

export interface Change {
  readonly kind: 'create' | 'update' | 'remove'
  readonly scheduleId: string
  readonly cron: string
}

/** What has to change so that QStash has exactly the wanted schedules. */
export function differences(wanted: readonly Wanted[], existing: readonly Schedule[]): Change[] {
  const ours = existing.filter(({ scheduleId }) => scheduleId.startsWith(PREFIX))
  const changed = wanted.flatMap(({ scheduleId, destination, cron }): Change[] => {
    const old = ours.find((one) => one.scheduleId === scheduleId)
    if (!old) return [{ kind: 'create', scheduleId, cron }]
    const isSame = old.cron === cron && old.destination === destination && old.method === 'POST'
    return isSame ? [] : [{ kind: 'update', scheduleId, cron }]
  })
  const gone = ours.filter((old) => !wanted.some(({ scheduleId }) => scheduleId === old.scheduleId))
  return [...changed, ...gone.map(({ scheduleId, cron }): Change => ({ kind: 'remove', scheduleId, cron }))]
}

/**
 * Makes QStash agree with `src/features/jobs/schedule.ts`. Returns what it changed, or with `isDryRun` what it would
 * change. Paused schedules stay paused.
 */
export async function updateSchedules(
  qstash: Client,
  publicUrl: string,
  { isDryRun = false } = {},
): Promise<Change[]> {
  const wanted = jobNames.map((job) => ({
    scheduleId: PREFIX + job,
    destination: new URL(jobPath(job), publicUrl).href,
    cron: schedule[job].cron,
  }))
  const changes = differences(wanted, await qstash.schedules.list())
  if (isDryRun) return changes
  for (const { kind, scheduleId } of changes) {
    const one = wanted.find((candidate) => candidate.scheduleId === scheduleId)
    if (kind === 'remove') await qstash.schedules.delete(scheduleId)
    else if (one) await qstash.schedules.create({ ...one, method: 'POST' })
  }
  return changes
}

// `npm run schedules [-- --dry-run]`, for the QStash account of a deployment.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } })
  // The database is not needed here, but the environment of the Worker always has one.
  const env = parseEnv({ TURSO_DATABASE_URL: 'libsql://unused.invalid', ...process.env })
  const qstash = openQstash(env)
  if (!qstash) {
    console.error('Set PUBLIC_URL, QSTASH_TOKEN, QSTASH_CURRENT_SIGNING_KEY and QSTASH_NEXT_SIGNING_KEY.')
    process.exit(1)
  }
  const isDryRun = values['dry-run']
  const changes = await updateSchedules(qstash, env.PUBLIC_URL, { isDryRun })
  for (const { kind, scheduleId, cron } of changes)
    console.log(`${kind.padEnd(7)} ${scheduleId.padEnd(24)} ${cron}`)
  if (changes.length === 0) console.log('QStash already agrees with the schedule.')
  else if (isDryRun) console.log('Nothing was changed.')
}
