import { Client } from '@upstash/qstash'
import { buildClient } from './build.ts'
import { CliError } from './cli-error.ts'
import { startMail } from './mail/server.ts'
import { updateSchedules } from './schedules.ts'
import { startServerProcess } from './servers/server-process.ts'
import { banner } from './start/banner.ts'
import { DataFolder } from './start/data-folder.ts'
import { prepareDatabase } from './start/prepare-database.ts'
import { checkPorts, readSettings, type Settings } from './start/settings.ts'
import { stopSignal, until } from './start/stop-signal.ts'
import { startDevServer } from './worker/dev-server.ts'

interface Running {
  close(): Promise<void>
  readonly lost?: Promise<never>
}

const CACHE_TOKEN = 'local'
const WEBHOOK_SECRET = 'whsec_bG9jYWw='
const QSTASH = { token: 'local', currentSigningKey: 'sig_local_current', nextSigningKey: 'sig_local_next' }
/** Failed deliveries are tried again after 1 s, 15 s and 3 min instead of 12 s, 2 min 28 s and 30 min. */
const BACK_OFF_FACTOR = 0.1
const HEALTH_TIMEOUT = 60_000

const running: Running[] = []
const stop = stopSignal()

try {
  console.log(await startAll(readSettings(process.argv.slice(2), process.env)))
  await Promise.race([until(stop), ...running.flatMap(({ lost }) => lost ?? [])])
} catch (error) {
  if (!stop.aborted) {
    process.exitCode = 1
    console.error(error instanceof CliError ? `\n${error.message}\n` : error)
  }
}
for (const server of running.reverse()) await server.close()
if (stop.aborted) console.log('Parley has stopped.')
process.exit()

/** Starts everything in order and returns the banner. If it throws, `running` holds what has been started. */
async function startAll(settings: Settings): Promise<string> {
  const { ports } = settings
  await checkPorts(settings)
  const folder = new DataFolder(settings.folder)
  await folder.open(settings)

  console.log('Building styles and scripts …')
  await keep(watchClient())
  const database = await keep(startDatabase(folder.database, ports.libsql))
  const redis = await keep(startCache(ports.redis))
  const app = `http://localhost:${ports.app}`
  const webhook = { url: `${app}/webhooks/resend`, secret: WEBHOOK_SECRET }
  const mail = await keep(startMail({ port: ports.mail, webhook }))

  const vars = {
    PUBLIC_URL: app,
    TURSO_DATABASE_URL: database.url,
    TURSO_AUTH_TOKEN: '',
    UPSTASH_REDIS_REST_URL: redis.url,
    UPSTASH_REDIS_REST_TOKEN: CACHE_TOKEN,
    // While something is being built, this machine may be slow.
    REDIS_TIMEOUT_MS: '1000',
    RESEND_API_URL: mail.url,
    RESEND_API_KEY: 'local',
    RESEND_WEBHOOK_SECRET: WEBHOOK_SECRET,
    GOOGLE_CHAT_API_URL: mail.url,
    TWILIO_API_URL: mail.url,
    TWILIO_ACCOUNT_SID: 'AClocal',
    TWILIO_AUTH_TOKEN: 'local',
    TWILIO_FROM: '+15005550006',
    QSTASH_URL: `http://127.0.0.1:${ports.qstash}`,
    QSTASH_TOKEN: QSTASH.token,
    QSTASH_CURRENT_SIGNING_KEY: QSTASH.currentSigningKey,
    QSTASH_NEXT_SIGNING_KEY: QSTASH.nextSigningKey,
    LOCAL_CLOCK: 'yes',
  }
  console.log('Migrating the database and starting the Worker …')
  const [accounts] = await Promise.all([
    Promise.race([prepareDatabase(database.url, folder), until(stop)]),
    keep(startDevServer({ port: ports.app, vars, storage: folder.storage, watch: true }, stop)),
  ])
  await waitUntilHealthy(app)
  // Only now: it delivers at once what became due while nothing was running.
  const clock = await keep(startQStash(folder.qstash, ports.qstash))
  await updateSchedules(new Client({ baseUrl: vars.QSTASH_URL, token: QSTASH.token }), app)
  const inbox = `http://localhost:${ports.mail}`
  const qstash = { url: `http://localhost:${ports.qstash}`, details: clock.details }
  return banner({ app, inbox, qstash, redis: redis.details, database: folder.database, accounts })
}

async function keep<Started extends Running>(starting: Promise<Started>): Promise<Started> {
  const started = await starting
  running.push(started)
  stop.throwIfAborted()
  return started
}

async function watchClient(): Promise<Running> {
  const client = await buildClient({ watch: true })
  return { close: () => client.stop() }
}

/** Only a response proves that everything works together. */
async function waitUntilHealthy(app: string): Promise<void> {
  const signal = AbortSignal.any([AbortSignal.timeout(HEALTH_TIMEOUT), stop])
  const status = await fetch(`${app}/healthz`, { signal }).then(
    (response) => response.status,
    () => null,
  )
  stop.throwIfAborted()
  if (status === 200) return
  const why = status === null ? 'it does not answer' : `it answers ${status}`
  throw new CliError(`Parley was started, but ${why}. See what the Worker printed above.`)
}

// In a process of its own, which stops its redis-server even if this one is killed. Parley works without a cache.
async function startCache(port: number) {
  const file = new URL('./redis/process.ts', import.meta.url)
  const options = { port, token: CACHE_TOKEN }
  const { lost, ...cache } = await startServerProcess('The cache', file, options, stop)
  lost.catch(({ message }: Error) => console.error(`${message}. Parley goes on without it.`))
  return cache
}

function startDatabase(file: string, port: number) {
  return startServerProcess(
    'The database',
    new URL('./libsql/process.ts', import.meta.url),
    { file, port },
    stop,
  )
}

function startQStash(file: string, port: number) {
  const options = { file, port, backOffFactor: BACK_OFF_FACTOR, ...QSTASH }
  return startServerProcess(
    'The local QStash',
    new URL('./qstash/process.ts', import.meta.url),
    options,
    stop,
  )
}
