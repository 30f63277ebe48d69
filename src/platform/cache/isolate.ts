import { createHash } from 'node:crypto'
import type { Env } from '../../env.ts'
import { CircuitBreaker } from './circuit-breaker.ts'
import { type Namespace, namespaces } from './namespaces.ts'
import { CacheRedis, type LookUp } from './redis.ts'
import { SingleFlight } from './single-flight.ts'

export type CacheEnv = Pick<
  Env,
  'UPSTASH_REDIS_REST_URL' | 'UPSTASH_REDIS_REST_TOKEN' | 'TURSO_DATABASE_URL' | 'CF_VERSION_METADATA'
>

/** The state that the requests of an isolate share. It holds no connection or body, which belong to one request. */
export interface Isolate {
  readonly timeout: number
  readonly versionKey: (namespace: Namespace) => string
  readonly entryKey: (namespaces: readonly Namespace[], key: object) => string
  readonly redis: CacheRedis
  readonly breaker: CircuitBreaker
  readonly lookUps: SingleFlight<LookUp | null>
  /** The keys contain the versions, so no request joins a computation that began before an invalidation. */
  readonly computations: SingleFlight<string | null>
}

const isolates = new WeakMap<CacheEnv, Isolate>()

/** The state for `env`, which is the same object in all requests of an isolate. Null if `env` has no Redis. */
export function isolateOf(env: CacheEnv, timeout: number): Isolate | null {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = env
  if (!url || !token) return null
  const isolate = isolates.get(env) ?? createIsolate(env, new CacheRedis(url, token, timeout), timeout)
  isolates.set(env, isolate)
  return isolate
}

function createIsolate(env: CacheEnv, redis: CacheRedis, timeout: number): Isolate {
  // Several databases may share a Redis, and a new version of the Worker may store entries in another shape.
  const prefix = `parley:${new URL(env.TURSO_DATABASE_URL).host}`
  const build = env.CF_VERSION_METADATA?.id ?? ''
  const versionKey = (namespace: Namespace) => `${prefix}:v:${namespace}`
  return {
    timeout,
    versionKey,
    entryKey: (used, key) =>
      `${prefix}:${build}:${used.join('+')}:${shortened(JSON.stringify(key, sortFields))}`,
    redis,
    breaker: new CircuitBreaker({
      renewVersions: (stale) => redis.renewVersions(stale.map(versionKey)),
      ping: () => redis.ping(namespaces.map(versionKey)),
    }),
    lookUps: new SingleFlight(),
    computations: new SingleFlight(),
  }
}

/** A hash for a long key, as from a search for a long text. */
function shortened(key: string): string {
  return key.length <= 200 ? key : createHash('sha256').update(key).digest('base64url')
}

/** For `JSON.stringify`: writes the fields of objects in alphabetical order. */
function sortFields(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
