import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { type Break, explainBreak } from '../src/features/audit/break.ts'
import type { CheckedSeal } from '../src/features/audit/breaks.ts'
import { MAX_BREAKS } from '../src/features/audit/check.ts'
import { checkNext } from '../src/features/audit/check-chain.ts'
import { selectSealByHash, selectSealUpTo, selectUnsealed } from '../src/features/audit/queries.ts'
import { type Database, openDatabase } from '../src/platform/db/database.ts'
import { counted } from '../src/shared/format.ts'
import { CliError } from './cli-error.ts'
import { type Progress, progressOn } from './progress.ts'

interface VerifyOptions {
  /** The first seal to check. The one before it is taken as right. */
  readonly from?: number
  /** A hash that was noted earlier, outside of the database. It must still be in the chain. */
  readonly expect?: string | null
  readonly progress?: Progress
}

export interface Verification {
  readonly seals: number
  readonly events: number
  readonly last: CheckedSeal['seal'] | null
  /** How many events are newer than the last seal. */
  readonly unsealed: number
  readonly breaks: readonly Break[]
}

/** Checks the chain of seals over the audit log. Stops after `MAX_BREAKS`. Throws `CliError` if `from` is not there. */
export async function verifyChain(
  db: Database,
  { from = 1, expect = null, progress }: VerifyOptions = {},
): Promise<Verification> {
  let last = await startBefore(db, from)
  let [seals, events] = [0, 0]
  const breaks: Break[] = []
  const [[end]] = await db.read([selectSealUpTo(db, Number.MAX_SAFE_INTEGER)])
  while (breaks.length < MAX_BREAKS) {
    const part = await checkNext(db, last)
    if (part.last === null) break
    last = part.last
    seals += part.seals
    events += part.events
    breaks.push(...part.breaks)
    progress?.(last.seal.id / (end?.id ?? last.seal.id), `${counted(events, 'event')}`)
  }
  const [found, [unsealed]] = await db.read([selectSealByHash(db, expect ?? ''), selectUnsealed(db)])
  if (expect !== null && found.length === 0) breaks.push({ kind: 'hash_missing', hash: expect })
  return {
    seals,
    events,
    last: last?.seal ?? null,
    unsealed: unsealed?.count ?? 0,
    breaks: breaks.slice(0, MAX_BREAKS),
  }
}

async function startBefore(db: Database, from: number): Promise<CheckedSeal | null> {
  if (from <= 1) return null
  const [seal] = await selectSealUpTo(db, from - 1)
  if (seal?.id !== from - 1) throw new CliError(`There is no seal ${from - 1} to start after.`)
  return { seal, isRight: true }
}

/** What the command prints. */
export function report({ seals, events, last, unsealed, breaks }: Verification): string {
  const checked = `${counted(seals, 'seal')} with ${counted(events, 'event')}`
  const waiting = `${counted(unsealed, 'event')} after the last seal will be sealed within the hour.`
  if (breaks.length > 0) {
    const lines = breaks.map((one) => `  ${explainBreak(one)}.`)
    return [`The audit log is broken. Checked ${checked}:`, ...lines].join('\n')
  }
  if (last === null) return `Nothing is sealed yet. ${waiting}`
  const made = new Date(last.sealedAt).toISOString()
  return `Checked ${checked}. All is as it was sealed.\nSeal ${last.id} of ${made}: ${last.hash}\n${waiting}`
}

// `npm run audit:verify [-- --from <seal>] [--expect <hash>]`, for any libSQL database.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { from: { type: 'string' }, expect: { type: 'string' } } })
  const { TURSO_DATABASE_URL: url, TURSO_AUTH_TOKEN: token } = process.env
  try {
    if (!url) throw new CliError('Set TURSO_DATABASE_URL (and TURSO_AUTH_TOKEN) to the database to check.')
    const from = Number(values.from ?? 1)
    if (!Number.isSafeInteger(from)) throw new CliError('--from is the number of a seal.')
    const expect = values.expect?.trim().toLowerCase() ?? null
    if (expect !== null && !/^[0-9a-f]{64}$/.test(expect))
      throw new CliError('--expect is a hash of 64 digits.')
    const db = openDatabase({ TURSO_DATABASE_URL: url, TURSO_AUTH_TOKEN: token })
    const verification = await verifyChain(db, { from, expect, progress: progressOn(process.stderr) })
    console.log(report(verification))
    if (verification.breaks.length > 0) process.exitCode = 1
  } catch (error) {
    if (!(error instanceof CliError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
