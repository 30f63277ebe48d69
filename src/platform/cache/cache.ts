import { createHash } from 'node:crypto'
import type { Env } from '../../env.ts'
import { CircuitBreaker } from './circuit-breaker.ts'
import { type Namespace, namespaces } from './namespaces.ts'
import { CacheRedis, type LookUp } from './redis.ts'
import { SingleFlight, type WaitUntil } from './single-flight.ts'

/** `hit`: computed before, by another request; `miss`: computed and stored now; `bypass`: computed, not shared. */
export type CacheStatus = 'hit' | 'miss' | 'bypass'

export interface Cache {
  /**
   * The value under `key`, or what `compute` gives. `namespaces`: everything that the value shows something of.
   * `key`: everything that it depends on, the order of fields does not matter. Nothing private may be cached.
   * A value that JSON cannot carry is a type error. It is kept for `seconds` (60), or not at all above 64 KB.
   *
   * Throws only what `compute` throws. In an isolate only one computation for a key runs at a time.
   */
  getOrSet<Value>(
    namespaces: readonly Namespace[],
    key: object,
    compute: () => Promise<Value & (undefined extends Value ? never : Json<Value>)>,
    options?: { readonly seconds?: number },
  ): Promise<{ value: Value; status: CacheStatus }>

  /**
   * Makes everything in these namespaces stale, for all isolates, before it resolves. Never throws. If Redis cannot
   * be reached, this isolate does not read from it until the invalidation, which is retried in the background, has
   * gone through. An isolate that still reaches Redis may give old values until then, or until they expire.
   */
  invalidate(namespaces: readonly Namespace[]): Promise<void>

  /**
   * Runs a write, then invalidates, even if the write throws: it may have been done although its answer was lost.
   * Completes even if the visitor hangs up in between.
   */
  invalidateAfter<Result>(namespaces: readonly Namespace[], write: () => Promise<Result>): Promise<Result>
}

export type CacheEnv = Pick<
  Env,
  'UPSTASH_REDIS_REST_URL' | 'UPSTASH_REDIS_REST_TOKEN' | 'TURSO_DATABASE_URL' | 'CF_VERSION_METADATA'
>

interface Options {
  readonly waitUntil: WaitUntil
  readonly onStatus?: (status: CacheStatus) => void
  /** Milliseconds that a visitor waits for Redis. The first request of an isolate decides. */
  readonly timeout?: number
}

/** A page may be late by 150 ms because of Redis, and timers are late themselves. */
const TIMEOUT = 140
/** Milliseconds to wait for another request's computation. */
const COMPUTE_TIMEOUT = 1000
const MAX_BYTES = 64 * 1024

/** The cache as one request uses it. Bypasses everything if `env` has no Redis. */
export function openCache(
  env: CacheEnv,
  { waitUntil: wait, onStatus = () => undefined, timeout = TIMEOUT }: Options,
): Cache {
  const isolate = isolateOf(env, timeout)
  const waitUntil: WaitUntil = (work) => wait(work.catch(() => undefined))

  async function invalidate(stale: readonly Namespace[]): Promise<void> {
    if (!isolate || stale.length === 0) return
    const invalidating = isolate.breaker.invalidate(stale)
    waitUntil(invalidating)
    if (!(await invalidating)) waitUntil(isolate.breaker.keepTryingToClose())
  }

  return {
    async getOrSet(shown, key, compute, { seconds = 60 } = {}) {
      const answer = isolate
        ? await getOrSet(isolate, { namespaces: shown, key, compute, seconds }, waitUntil)
        : await noCache.getOrSet(shown, key, compute)
      onStatus(answer.status)
      return answer
    },
    invalidate,
    invalidateAfter(stale, write) {
      const work = write().finally(() => invalidate(stale))
      waitUntil(work)
      return work
    },
  }
}

export const noCache: Cache = {
  getOrSet: async (_namespaces, _key, compute) => ({ value: await compute(), status: 'bypass' }),
  invalidate: async () => undefined,
  invalidateAfter: (_namespaces, write) => write(),
}

/** What comes back from JSON as it went in; a field that is undefined is left out. */
type Json<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends Date | bigint | symbol | ((...args: never[]) => unknown)
    ? never
    : { [Name in keyof Value]: Json<Value[Name]> }

/** What the requests of an isolate share. Nothing in it belongs to one request: no connection, no body. */
interface Isolate {
  readonly timeout: number
  readonly versionKey: (namespace: Namespace) => string
  readonly entryKey: (namespaces: readonly Namespace[], key: object) => string
  readonly redis: CacheRedis
  readonly breaker: CircuitBreaker
  readonly lookUps: SingleFlight<LookUp | null>
  /** Keyed by entry and versions, so nobody joins a computation that began before an invalidation. */
  readonly computations: SingleFlight<string | null>
}

interface Wanted<Value> {
  readonly namespaces: readonly Namespace[]
  readonly key: object
  readonly compute: () => Promise<Value>
  readonly seconds: number
}

async function getOrSet<Value>(
  isolate: Isolate,
  wanted: Wanted<Value>,
  waitUntil: WaitUntil,
): Promise<{ value: Value; status: CacheStatus }> {
  const entryKey = isolate.entryKey(wanted.namespaces, wanted.key)
  const found = await lookUp(isolate, wanted.namespaces, entryKey, waitUntil)
  if (!found) return { value: await wanted.compute(), status: 'bypass' }
  const stored = parse<Value>(found.text)
  if (stored) return { ...stored, status: 'hit' }
  const { versions } = found
  if (versions === null) return { value: await wanted.compute(), status: 'miss' }

  const flight = `${entryKey}\n${versions}`
  const joined = await isolate.computations.join(flight, { timeout: COMPUTE_TIMEOUT, waitUntil })
  const shared = parse<Value>(joined)
  if (shared) return { ...shared, status: 'hit' }

  const computing = wanted.compute()
  const text = computing.then(toText, () => null)
  const storing = text.then((text) => store(isolate, entryKey, versions, text, wanted.seconds))
  // Until it is stored, others get it from here.
  isolate.computations.start(flight, text, { waitUntil, until: storing })
  waitUntil(computing)
  return { value: await computing, status: 'miss' }
}

async function lookUp(
  { timeout, breaker, redis, versionKey, lookUps }: Isolate,
  shown: readonly Namespace[],
  entryKey: string,
  waitUntil: WaitUntil,
): Promise<LookUp | null> {
  if (breaker.state !== 'closed') {
    waitUntil(breaker.tryToClose())
    return null
  }
  const ask = () => breaker.run(() => redis.lookUp(shown.map(versionKey), entryKey))
  return lookUps.startOrJoinNext(entryKey, ask, { timeout, waitUntil })
}

async function store(
  { breaker, redis }: Isolate,
  entryKey: string,
  versions: string,
  text: string | null,
  seconds: number,
): Promise<void> {
  if (text === null || Buffer.byteLength(text) > MAX_BYTES) return
  await breaker.run(() => redis.store(entryKey, versions, text, seconds))
}

// A string is stored as it is: as JSON, each quote in a page would be escaped twice on its way. The control
// characters tell it from JSON, and from a text that was cut off.
const [START, END] = ['\u0002', '\u0003']

function toText(value: unknown): string {
  return typeof value === 'string' ? START + value + END : JSON.stringify(value)
}

function parse<Value>(text: string | null): { value: Value } | null {
  if (text === null) return null
  if (text.startsWith(START)) return text.endsWith(END) ? { value: text.slice(1, -1) as Value } : null
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}

const isolates = new WeakMap<CacheEnv, Isolate>()

/** Null if `env` has no Redis. */
function isolateOf(env: CacheEnv, timeout: number): Isolate | null {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = env
  if (!url || !token) return null
  const isolate = isolates.get(env) ?? createIsolate(env, new CacheRedis(url, token, timeout), timeout)
  isolates.set(env, isolate)
  return isolate
}

function createIsolate(env: CacheEnv, redis: CacheRedis, timeout: number): Isolate {
  // A Redis may serve several databases, and a new version of the program may want entries of another shape.
  const prefix = `parley:${new URL(env.TURSO_DATABASE_URL).host}`
  const build = env.CF_VERSION_METADATA?.id ?? ''
  const versionKey = (namespace: Namespace) => `${prefix}:v:${namespace}`
  return {
    timeout,
    versionKey,
    entryKey: (shown, key) =>
      `${prefix}:${build}:${shown.join('+')}:${shortened(JSON.stringify(key, sorted))}`,
    redis,
    breaker: new CircuitBreaker({
      renewVersions: (stale) => redis.renewVersions(stale.map(versionKey)),
      ping: () => redis.ping(namespaces.map(versionKey)),
    }),
    lookUps: new SingleFlight(),
    computations: new SingleFlight(),
  }
}

/** People search for long texts at times. */
function shortened(key: string): string {
  return key.length <= 200 ? key : createHash('sha256').update(key).digest('base64url')
}

function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
