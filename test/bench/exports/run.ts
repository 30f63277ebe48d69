import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createClient } from '@libsql/client/http'
import { buildClient } from '../../../local/build.ts'
import { bundleWorker } from '../../../local/worker/bundle.ts'
import { routes } from '../../../src/routes.ts'
import { workerdUsage } from '../measure/workerd-usage.ts'
import { Running } from '../running.ts'
import { cookieOf, signIn } from '../signed-in.ts'
import { startDatabase, startParley } from '../site.ts'
import { addRequestsUpTo, adminOf } from './requests.ts'

// `npm run bench:export` downloads all requests of a crowd as an admin, and prints how many rows come in a second and how
// much memory workerd has. The memory must not grow with the number of rows. `--requests` is the number of rows.
const { values: flags } = parseArgs({ options: { requests: { type: 'string', default: '1000000' } } })
const INFLUENCERS = 10_000
// Only the ends of records have one: the texts of the crowd have no line breaks.
const CARRIAGE_RETURN = 13

await (await buildClient()).stop()
const { script } = await bundleWorker(fileURLToPath(new URL('../../../dist/bench', import.meta.url)))
const running = new Running()
try {
  const database = await startDatabase(running, INFLUENCERS)
  const client = createClient({ url: database })
  const rows = await addRequestsUpTo(client, Number(flags.requests))
  const admin = await adminOf(client)
  await signIn(client, new Set([admin]))
  client.close()
  const site = await startParley(running, { script, database })
  const cookie = cookieOf(admin)
  // Before measuring: compiles the Worker's code and its select.
  await (await fetch(site + routes.exports.index.href(), { headers: { Cookie: cookie } })).arrayBuffer()
  await measure(site + routes.exports.adRequests.href(), cookie, rows)
} finally {
  await running.close()
}

async function measure(url: string, cookie: string, expected: number): Promise<void> {
  const start = performance.now()
  const cpuBefore = workerdUsage().cpu
  const report = (rows: number, bytes: number) => {
    const seconds = (performance.now() - start) / 1_000
    const { memory, cpu } = workerdUsage()
    const line = [
      `${((rows / expected) * 100).toFixed(0)}%`,
      `${rows.toLocaleString('en')} rows`,
      `${(bytes / 1e6).toFixed(0)} MB`,
      `${seconds.toFixed(1)} s`,
      `${Math.round(rows / seconds).toLocaleString('en')} rows/s`,
      `CPU ${(cpu - cpuBefore).toFixed(1)} s`,
      `workerd ${memory.toFixed(0)} MB`,
    ]
    console.log(line.map((cell) => cell.padStart(17)).join(''))
  }
  report(0, 0)
  const response = await fetch(url, { headers: { Cookie: cookie } })
  let [lines, bytes, next] = [0, 0, 0.1]
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    for (const byte of chunk) if (byte === CARRIAGE_RETURN) lines += 1
    if (lines - 1 < expected * next) continue
    report(lines - 1, bytes)
    next += 0.1
  }
  report(lines - 1, bytes)
  if (response.status !== 200 || lines - 1 !== expected) {
    throw new Error(`${expected} rows were expected, not ${lines - 1} with status ${response.status}`)
  }
}
