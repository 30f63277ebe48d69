import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Client, createClient } from '@libsql/client/http'
import { Client as QstashClient } from '@upstash/qstash'
import { Hono } from 'hono'
import { buildClient } from '../../../local/build.ts'
import { resendApi } from '../../../local/mail/api.ts'
import { Faults } from '../../../local/mail/faults.ts'
import type { Mail } from '../../../local/mail/mail.ts'
import { startQStash } from '../../../local/qstash/server.ts'
import { listen } from '../../../local/servers/listen.ts'
import { bundleWorker } from '../../../local/worker/bundle.ts'
import { runWorker } from '../../../local/worker/run-bundle.ts'
import { jobPath } from '../../../src/features/jobs/schedule.ts'
import { freePorts } from '../../support/free-ports.ts'
import { watchHeap } from '../measure/heap.ts'
import { workerdUsage } from '../measure/workerd-usage.ts'
import { Running } from '../running.ts'
import { startDatabase } from '../site.ts'

// `npm run bench:jobs` reminds 20,000 of 100,000 influencers, delivers the e-mails to a local Resend, and compares that
// with a Worker that only posts the same body as often.
const { values: flags } = parseArgs({
  options: { influencers: { type: 'string', default: '100000' }, due: { type: 'string', default: '20000' } },
})
const DUE = Number(flags.due)
const DAY = 86_400_000
/** As many as a delivery sends at once. */
const LANES = 4

await (await buildClient()).stop()
const { script } = await bundleWorker(fileURLToPath(new URL('../../../dist/bench', import.meta.url)))
const running = new Running()
try {
  await measure()
} finally {
  await running.close()
}
process.exit()

async function measure(): Promise<void> {
  const database = await startDatabase(running, Number(flags.influencers))
  const client = createClient({ url: database })
  await makeDue(client)

  const resend = await running.add(startResend())
  const [port = 0, inspectorPort = 0] = await freePorts(2)
  const qstash = await running.add(startQStash())
  const worker = await running.add(
    runWorker({
      script,
      port,
      inspectorPort,
      vars: {
        PUBLIC_URL: `http://127.0.0.1:${port}`,
        TURSO_DATABASE_URL: database,
        RESEND_API_KEY: 'bench',
        RESEND_API_URL: resend.url,
        QSTASH_URL: qstash.url,
        QSTASH_TOKEN: qstash.token,
        QSTASH_CURRENT_SIGNING_KEY: qstash.currentSigningKey,
        QSTASH_NEXT_SIGNING_KEY: qstash.nextSigningKey,
      },
    }),
  )
  const queue = new QstashClient({ baseUrl: qstash.url, token: qstash.token })
  await fetch(`${worker.url}/healthz`)
  const heap = await running.add(watchHeap(inspectorPort))
  const run = async (job: 'daily-reminders' | 'deliver') => {
    const start = performance.now()
    await queue.publish({ url: worker.url + jobPath(job) })
    await finished(client, job)
    return (performance.now() - start) / 1000
  }

  const reminding = await run('daily-reminders')
  const delivering = await run('deliver')
  const memory = Math.round(workerdUsage().peakMemory)
  const [sent, repeated] = [resend.count(), resend.repeated()]
  const posting = await postBare(resend)

  const [{ waiting } = { waiting: 0 }] = (
    await client.execute("select count(*) waiting from outbox where state <> 'sent'")
  ).rows
  const { rows } = await client.execute(
    'select job, count(*) chunks, max(took) slowest, sum(handled) handled from job_runs group by job order by job',
  )
  for (const { job, chunks, slowest, handled } of rows)
    console.log(`${String(job).padEnd(16)} ${chunks} chunks, ${handled} handled, slowest chunk ${slowest} ms`)
  console.log(
    `reminders        ${DUE} people in ${reminding.toFixed(1)} s: ${Math.round(DUE / reminding)} a second`,
  )
  console.log(
    `delivery         ${sent} e-mails in ${delivering.toFixed(1)} s: ${Math.round(DUE / delivering)} a second`,
  )
  console.log(
    `bare posts       ${Math.round(DUE / posting)} a second, so delivery reaches ${(posting / delivering).toFixed(2)} of it`,
  )
  console.log(`not sent         ${waiting}; sent twice: ${repeated}`)
  console.log(`heap             ${heap.peak()} MB at most, garbage included; workerd at most ${memory} MB`)
  client.close()
}

/** An open invitation for each of the first influencers, whose reminder is due. Nobody else's is. */
async function makeDue(client: Client): Promise<void> {
  const now = Date.now()
  await client.batch(
    [
      { sql: 'update users set next_reminder_at = ?', args: [now + DAY] },
      {
        sql: `update users set next_reminder_at = ? where id in
          (select user_id from influencers join users on users.id = user_id where status = 'active' order by user_id limit ?)`,
        args: [now, DUE],
      },
      {
        sql: `insert into ad_requests (campaign_id, sponsor_id, influencer_id, origin, state, turn, payment_amount, closes_at, created_at)
          select campaigns.id, campaigns.sponsor_id, users.id, 'invitation', 'pending', 'influencer', 50000, ?, ?
          from users join campaigns on campaigns.id = (select id from campaigns c where c.id >= 1 + users.id % (select max(id) from campaigns) order by c.id limit 1)
          where next_reminder_at = ? on conflict do nothing`,
        args: [now + DAY, now, now],
      },
      'delete from outbox',
      'delete from job_runs',
    ],
    'write',
  )
}

interface Resend {
  readonly url: string
  /** Different e-mails. */
  count(): number
  repeated(): number
  /** The last e-mail. */
  last(): Mail | undefined
  close(): Promise<void>
}

async function startResend(): Promise<Resend> {
  const seen = new Set<string>()
  let last: Mail | undefined
  let all = 0
  const add = (mail: Mail) => {
    last = mail
    all += 1
    seen.add(mail.to.join())
  }
  const api = resendApi({ add }, { apiKey: undefined, now: Date.now, faults: new Faults() })
  const server = await listen(new Hono().route('/', api))
  return { ...server, count: () => all, repeated: () => all - seen.size, last: () => last }
}

/** Seconds that a Worker needs to post the last e-mail as often. */
async function postBare(resend: Resend): Promise<number> {
  const bare = fileURLToPath(new URL('posting-worker.js', import.meta.url))
  const worker = await running.add(runWorker({ script: bare, vars: {} }))
  const { from, to, subject, text, html } = resend.last() ?? {}
  const start = performance.now()
  const response = await fetch(worker.url, {
    method: 'POST',
    body: JSON.stringify({
      url: `${resend.url}/emails`,
      headers: { Authorization: 'Bearer bench', 'Content-Type': 'application/json', 'User-Agent': 'Parley' },
      body: JSON.stringify({ from, to, subject, text, html }),
      count: DUE,
      lanes: LANES,
    }),
  })
  await response.text()
  return (performance.now() - start) / 1000
}

/** Waits for the run of a job that has no next chunk. */
async function finished(client: Client, job: string): Promise<void> {
  for (;;) {
    const { rows } = await client.execute({
      sql: 'select error from job_runs where job = ? and took is not null and next is null',
      args: [job],
    })
    if (rows[0]?.error) throw new Error(`${job} failed: ${rows[0].error}`)
    if (rows[0]) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
