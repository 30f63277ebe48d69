import { parseArgs } from 'node:util'
import { openDatabase } from '../../../src/platform/db/database.ts'
import type { Select } from '../../../src/platform/db/select.ts'
import type { ListContext } from '../../../src/platform/list/source.ts'
import type { UserId } from '../../../src/shared/ids.ts'
import { HOUR } from '../../../src/shared/time.ts'
import { crowdDatabase } from '../database.ts'
import { queryTable } from '../measure/tables.ts'
import { measureDashboards } from './dashboards.ts'
import { type MeasuredList, measuredLists } from './lists.ts'
import { QueryFile } from './query-file.ts'
import { type Words, withWords, wordsOf } from './words.ts'

// `npm run bench:admin` measures the queries of the dashboards, and of each of the admins' lists: the first page, the page
// after it, and the count. `--file` names a database that is there already, like one by `npm run crowd -- --requests 5000000`.
const { values: flags } = parseArgs({
  options: {
    influencers: { type: 'string', default: '300000' },
    campaigns: { type: 'string', default: '120000' },
    requests: { type: 'string', default: '1000000' },
    turns: { type: 'string', default: '40' },
    file: { type: 'string' },
    // How many hours ago the last sweep ran. What has ended since then is corrected by each dashboard.
    unswept: { type: 'string', default: '0' },
  },
})
/** Each query is repeated this often and the fastest counts, because other programs slow down single queries. */
const TIMES = 3
/** In ms: how long the queries of a dashboard may take. */
const MAX_DASHBOARD = 20

const crowd = flags.file ? { file: flags.file, close: async () => {} } : await loadedCrowd()
const file = new QueryFile(crowd.file)
// It only builds queries.
const db = openDatabase({ TURSO_DATABASE_URL: 'http://127.0.0.1:9' })
const context: ListContext = { db, viewer: { id: 1 as UserId, role: 'admin' }, now: Date.now() }
const words = wordsOf(file)
try {
  console.log(`\n${contents()}; ${flags.turns} searches of each kind, one at a time\n`)
  await measureAllDashboards()
  for (const list of measuredLists) {
    const rows = list.searches.flatMap((search) => [
      ...list.sorts.map((sort) => measurePages(list, search, sort, words)),
      measureCount(list, search, words),
    ])
    console.log(`${queryTable(rows)}\n`)
  }
} finally {
  file.close()
  await crowd.close()
}

function loadedCrowd() {
  const { influencers, campaigns, requests } = flags
  return crowdDatabase(Number(influencers), { campaigns: Number(campaigns), requests: Number(requests) })
}

async function measureAllDashboards(): Promise<void> {
  const at = context.now + Number(flags.unswept) * HOUR
  const expired = "select count(*) from ad_requests where state = 'pending' and closes_at <= ?"
  console.log(
    `${Number(file.rows(expired, [at])[0]?.[0]).toLocaleString('en')} expired requests wait for the sweep`,
  )
  const dashboards = await measureDashboards(file, at)
  const rows = dashboards.map(({ name, took, roundTrips }) => ({
    name: `${name}, ${roundTrips} + 1 round trips`,
    p50: took,
    p99: took,
  }))
  console.log(`${queryTable(rows, MAX_DASHBOARD)}\n`)
}

function contents(): string {
  const count = (table: string) => Number(file.rows(`select count(*) from ${table}`, [])[0]?.[0])
  return ['users', 'campaigns', 'ad_requests', 'flags', 'abuse_cases', 'outbox', 'job_runs']
    .map((table) => `${count(table).toLocaleString('en')} ${table.replace('_', ' ')}`)
    .join(', ')
}

function measurePages(list: MeasuredList, search: string, sort: string, words: Words) {
  const times = turns().flatMap((turn) => {
    const text = withWords(`${search}&sort=${sort}`, words, turn)
    const first = list.page(context, text, null)
    if (!first) return []
    const { rows, took } = run(first.select)
    const after = first.cursorAfter({ rows })
    const second = after === null ? null : list.page(context, text, after)
    return second ? [took, run(second.select).took] : [took]
  })
  return summary(`${list.name}: ${search || 'all'}, ${sort}`, times)
}

function measureCount(list: MeasuredList, search: string, words: Words) {
  const times = turns().flatMap((turn) => {
    const select = list.count(context, withWords(search, words, turn))
    return select ? [run(select).took] : []
  })
  return summary(`${list.name}: ${search || 'all'}, count`, times)
}

function turns(): number[] {
  return Array.from({ length: Number(flags.turns) }, (_, turn) => turn)
}

function run(select: Select): { rows: unknown[][]; took: number } {
  const { sql, params } = select.prepare().getQuery()
  const results = Array.from({ length: TIMES }, () => file.timed(sql, params))
  const took = Math.min(...results.map((result) => result.took))
  return { rows: results[0]?.rows ?? [], took }
}

function summary(name: string, times: readonly number[]) {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { name, p50: at(0.5), p99: at(0.99) }
}
