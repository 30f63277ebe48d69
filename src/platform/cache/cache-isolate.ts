import type { Env } from '../../env.ts'
import { type Keys, keysOf, type Namespace, namespaces } from './cache-key.ts'
import { CacheRedis } from './cache-redis.ts'
import type { Turn } from './cache-sharing.ts'
import { Trust } from './cache-trust.ts'

export type CacheEnv = Pick<
  Env,
  'UPSTASH_REDIS_REST_URL' | 'UPSTASH_REDIS_REST_TOKEN' | 'TURSO_DATABASE_URL' | 'CF_VERSION_METADATA'
>

/** What the requests of one isolate have in common. Nothing in it belongs to a request: no connection, no body. */
export interface Isolate {
  /** Milliseconds: the most that a visitor waits for Redis. */
  readonly patience: number
  readonly keys: Keys
  readonly redis: CacheRedis
  readonly trust: Trust
  readonly lookUps: Map<string, Turn<LookUp | null>>
  /** By the entry's key and the versions under which it is computed. */
  readonly computations: Map<string, Promise<string | null>>
}

export interface LookUp {
  /** The versions as they were then; null when one is missing, so that nothing can be stored under them. */
  readonly stamp: string | null
  /** The entry as JSON, when it was stored under just these versions. */
  readonly text: string | null
}

const isolates = new WeakMap<CacheEnv, Isolate>()

/** Null where there is no Redis in `env`. */
export function isolateOf(env: CacheEnv, patience: number): Isolate | null {
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = env
  if (!url || !token) return null
  const isolate = isolates.get(env) ?? makeIsolate(env, patience, new CacheRedis(url, token, patience))
  isolates.set(env, isolate)
  return isolate
}

function makeIsolate(env: CacheEnv, patience: number, redis: CacheRedis): Isolate {
  const keys = keysOf(env.TURSO_DATABASE_URL, env.CF_VERSION_METADATA?.id ?? '')
  const versionKeys = (uses: readonly Namespace[]) => uses.map((use) => keys.version(use))
  return {
    patience,
    keys,
    redis,
    trust: new Trust({
      renew: (uses) => redis.renew(versionKeys(uses)),
      probe: () => redis.probe(versionKeys(namespaces)),
    }),
    lookUps: new Map(),
    computations: new Map(),
  }
}

/** Asks Redis, if it may be believed; never throws, null when nothing is known. */
export async function lookUp(
  { keys, redis, trust }: Isolate,
  uses: readonly Namespace[],
  entryKey: string,
): Promise<LookUp | null> {
  if (!trust.isWhole) return null
  try {
    const versionKeys = uses.map((use) => keys.version(use))
    const { versions, entry } = await redis.look(versionKeys, entryKey)
    if (versions.includes(null)) return { stamp: null, text: null }
    const stamp = versions.join()
    // Versions are never used twice, so an entry that begins with them is one of ours, and as new as they are.
    return { stamp, text: entry?.startsWith(`${stamp}\n`) ? entry.slice(stamp.length + 1) : null }
  } catch (error) {
    trust.lose(error)
    return null
  }
}

/** Stores what was computed after the versions of `stamp` had been read; never throws. */
export async function keep(
  { redis, trust }: Isolate,
  entryKey: string,
  { stamp, text, seconds }: { stamp: string; text: string; seconds: number },
): Promise<void> {
  if (!trust.isWhole) return
  try {
    await redis.store(entryKey, `${stamp}\n${text}`, seconds)
  } catch (error) {
    trust.lose(error)
  }
}
