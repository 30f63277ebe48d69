import { Hono } from 'hono'
import { type Address, type Listening, listen } from '../servers/listen.ts'
import { localOnly } from '../servers/local-only.ts'
import { qstashApi } from './api/app.ts'
import type { Broker } from './broker/broker.ts'
import { DailyQuota } from './broker/daily-quota.ts'
import { Dispatcher } from './broker/dispatcher.ts'
import { TimeTravel } from './broker/time-travel.ts'
import { Clock } from './clock.ts'
import { sender } from './delivery/sender.ts'
import { SigningKeys } from './delivery/signing-keys.ts'
import { qstashPages } from './pages/web.ts'
import { Refusal } from './refusal.ts'
import { EventLog } from './store/event-log.ts'
import { openStore } from './store/store.ts'

export interface QStashStandIn extends Listening {
  readonly token: string
  readonly currentSigningKey: string
  readonly nextSigningKey: string
  /** What is unusual about it, for the start banner: its clock was moved. Else empty. */
  readonly details: string
  /** Delivers everything that is due and waits for the outcomes. Only needed without `timer`. */
  deliverDue(): Promise<void>
  /** Moves its clock to a time in milliseconds UTC and delivers what is due until then, each at its own time. */
  moveTo(moment: number): Promise<void>
  /** Starts no more deliveries, but still takes messages. Call it before the app closes, and `close` after that. */
  stopDelivering(): void
}

export interface QStashOptions extends Address {
  /** Where everything is kept. By default it is gone when the server closes. */
  readonly file?: string
  readonly token?: string
  readonly currentSigningKey?: string
  readonly nextSigningKey?: string
  /** Multiplies the exponential back-off. 1 by default: 12 s, 2 min 28 s, 30 min. */
  readonly backOffFactor?: number
  /** Milliseconds for which deduplication ids are remembered. */
  readonly deduplicationWindow?: number
  /** How many messages are accepted each day. No limit by default. */
  readonly dailyLimit?: number
  /** Milliseconds UTC. Tests set the time themselves. */
  readonly now?: () => number
  /** Without it, nothing is delivered until `deliverDue` or `moveTo` is called. */
  readonly timer?: boolean
}

/** The keys that `npm start` also gives to the app. They protect nothing: the server listens on this machine only. */
const DEFAULTS = {
  file: ':memory:',
  token: 'local',
  currentSigningKey: 'sig_local_current',
  nextSigningKey: 'sig_local_next',
  backOffFactor: 1,
  // QStash documents 10 minutes and 90 days. With the shorter one nobody relies on the longer one.
  deduplicationWindow: 10 * 60_000,
  dailyLimit: Number.POSITIVE_INFINITY,
  now: Date.now,
  timer: true,
}

/**
 * The local stand-in for QStash: its REST API, signed deliveries to this machine, and pages that show everything. Rejects
 * if the file cannot be opened or the port is in use (EADDRINUSE).
 */
export async function startQStash(options: QStashOptions = {}): Promise<QStashStandIn> {
  const settings = { ...DEFAULTS, ...options }
  const store = openStore(settings.file)
  const stopped = new AbortController()
  const offset = store.settings.get('clock offset')?.value ?? 0
  const clock = new Clock(settings.now, offset, (value) => store.settings.put({ id: 'clock offset', value }))
  const keys = new SigningKeys(settings.currentSigningKey, settings.nextSigningKey)
  const broker: Broker = {
    store,
    clock,
    events: new EventLog(store.events),
    quota: new DailyQuota(settings.dailyLimit),
    deduplicationWindow: settings.deduplicationWindow,
    backOffFactor: settings.backOffFactor,
    wake: () => dispatcher.wake(),
  }
  const dispatcher = new Dispatcher(broker, {
    timer: settings.timer,
    send: sender({ keys, clock, signal: stopped.signal }),
  })
  const travel = new TimeTravel(broker, dispatcher)

  const app = new Hono()
  app.use(localOnly)
  app.route('/', qstashApi(broker, keys, settings.token))
  app.route('/', qstashPages(broker, travel))
  app.onError((error, c) => {
    if (error instanceof Refusal) return c.json({ error: error.message }, error.status, error.headers)
    throw error
  })
  const server = await listen(app, settings).catch((error: unknown) => {
    store.close()
    throw error
  })
  dispatcher.wake()

  return {
    url: server.url,
    token: settings.token,
    currentSigningKey: settings.currentSigningKey,
    nextSigningKey: settings.nextSigningKey,
    details: clock.isMoved ? `its clock was moved to ${new Date(clock.now()).toUTCString()}` : '',
    deliverDue: () => dispatcher.deliverDue(),
    moveTo: (moment) => travel.moveTo(moment),
    stopDelivering: () => dispatcher.close(),
    async close() {
      dispatcher.close()
      stopped.abort()
      await server.close()
      store.close()
    },
  }
}
