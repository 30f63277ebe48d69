import { Cron } from 'croner'
import { Refusal } from '../refusal.ts'

/**
 * Checks a cron expression of five fields, or a nickname like `@daily`, with `CRON_TZ=Area/City ` before it if it is not
 * in UTC. Returns it trimmed. Throws a 400 that says what is wrong.
 */
export function checkCron(expression: string): string {
  const trimmed = expression.trim()
  if (trimmed === '') throw new Refusal(400, 'invalid cron expression: empty spec string')
  nextRun(trimmed, 0)
  return trimmed
}

/** The first time after `after` (milliseconds UTC) that matches, or null. */
export function nextRun(expression: string, after: number): number | null {
  return parse(expression, (cron) => cron.nextRun(new Date(after))?.getTime() ?? null)
}

/** The earliest of the last `count` matches up to and including `until` (milliseconds UTC), or null. */
export function earliestOfLast(expression: string, count: number, until: number): number | null {
  return parse(expression, (cron) => {
    // croner ignores milliseconds and excludes the reference.
    const runs = cron.previousRuns(count, new Date(until + 1_000))
    const times = runs.map((run) => run.getTime()).filter((time) => time <= until)
    return times.length === 0 ? null : Math.min(...times)
  })
}

/** What croner understands, but not QStash, whose expressions are those of Go's robfig/cron. */
const EXTENSIONS = [
  { form: /(^|[\s,\d])[LW]\b|\d[LW]|#|\+/i, reason: 'L, W, # and + are not supported' },
  { form: /\s([^\s/]*[,-])?7([,-][^\s/]*)?(\/\d+)?$/, reason: 'Sunday is 0, not 7' },
]

function parse<Result>(expression: string, use: (cron: Cron) => Result): Result {
  const [, zone = 'UTC', pattern = ''] = /^(?:(?:CRON_TZ|TZ)=(\S+)\s+)?(.*)$/.exec(expression) ?? []
  const extension = EXTENSIONS.find(({ form }) => form.test(pattern))
  if (extension) throw new Refusal(400, `invalid cron expression "${expression}": ${extension.reason}`)
  try {
    return use(new Cron(pattern, { mode: '5-part', timezone: zone, paused: true }))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Refusal(400, `invalid cron expression "${expression}": ${reason}`)
  }
}
