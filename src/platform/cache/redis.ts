import { Redis } from '@upstash/redis/cloudflare'
import type { Env } from '../../env.ts'
import type { Namespace } from './namespaces.ts'

export type CacheEnv = Pick<
  Env,
  | 'UPSTASH_REDIS_REST_URL'
  | 'UPSTASH_REDIS_REST_TOKEN'
  | 'REDIS_TIMEOUT_MS'
  | 'TURSO_DATABASE_URL'
  | 'CF_VERSION_METADATA'
>

export interface LookUp {
  /** The versions of the namespaces, joined. Null if one is missing: then nothing can be stored. */
  readonly versions: string | null
  /** The JSON that was stored under exactly these versions. */
  readonly json: string | null
}

/**
 * The commands that the cache sends to Redis. Each call is one round trip. It throws if Redis answers late, or not as
 * expected. One instance serves a whole isolate, because it holds no connection: each call is a fetch.
 *
 * Each namespace has a version, which is a random token. An entry begins with the versions that were valid before it
 * was computed, so a new version makes all entries of the namespace stale. A counter would not be safe: if Redis
 * evicted it, it would start again and reach the numbers of old entries.
 */
export class CacheRedis {
  readonly #redis: Redis
  readonly #prefix: string
  readonly #build: string
  /** Keys of versions that existed at the last look-up. */
  readonly #known = new Set<string>()

  constructor(env: CacheEnv) {
    // Several databases may share a Redis, and a new version of the Worker may store entries in another shape.
    this.#prefix = `parley:${new URL(env.TURSO_DATABASE_URL).host}`
    this.#build = env.CF_VERSION_METADATA?.id ?? ''
    this.#redis = new Redis({
      url: env.UPSTASH_REDIS_REST_URL,
      token: env.UPSTASH_REDIS_REST_TOKEN,
      retry: { retries: 0 },
      // Must be a function. With a plain signal, the client returns the abort reason as if it were the value.
      signal: () => AbortSignal.timeout(env.REDIS_TIMEOUT_MS),
      automaticDeserialization: false,
      // Base64 is for values that are not text. The cache stores only text, and decoding would double the time.
      responseEncoding: false,
      enableAutoPipelining: false,
      enableTelemetry: false,
    })
  }

  entryKey(used: readonly Namespace[], key: object): string {
    return `${this.#prefix}:${this.#build}:${used.join('+')}:${JSON.stringify(key, sortFields)}`
  }

  /** Reads an entry with the versions it depends on. Creates versions that are missing. */
  async lookUp(used: readonly Namespace[], entryKey: string): Promise<LookUp> {
    const versionKeys = used.map((namespace) => this.#versionKey(namespace))
    const keys = [...versionKeys, entryKey]
    const unknown = versionKeys.filter((key) => !this.#known.has(key))
    const answer =
      unknown.length > 0 ? await this.#createAndRead(unknown, keys) : await this.#redis.mget(keys)
    const values = textsOrNulls(answer, keys.length)
    // Redis may evict a version at any time. Then this look-up misses it, and the next one creates it.
    for (const [index, key] of versionKeys.entries()) {
      if (values[index]) this.#known.add(key)
      else this.#known.delete(key)
    }

    const entry = values.pop() ?? ''
    if (values.includes(null)) return { versions: null, json: null }
    const versions = values.join()
    // JSON contains no line breaks. An entry that does not end with one was cut off.
    const [validFor, json = null, end] = entry.split('\n')
    return { versions, json: validFor === versions && end === '' ? json : null }
  }

  async store(entryKey: string, versions: string, json: string, seconds: number): Promise<void> {
    expectAnswer('OK', await this.#redis.set(entryKey, `${versions}\n${json}\n`, { ex: seconds }))
  }

  async renewVersions(stale: readonly Namespace[]): Promise<void> {
    const versions = stale.map((namespace) => [this.#versionKey(namespace), crypto.randomUUID()])
    expectAnswer('OK', await this.#redis.mset(Object.fromEntries(versions)))
  }

  async ping(): Promise<void> {
    expectAnswer('PONG', await this.#redis.ping())
  }

  #versionKey(namespace: Namespace): string {
    return `${this.#prefix}:v:${namespace}`
  }

  async #createAndRead(missing: readonly string[], keys: readonly string[]): Promise<unknown> {
    const pipeline = this.#redis.pipeline()
    for (const key of missing) pipeline.set(key, crypto.randomUUID(), { nx: true })
    const answers: unknown[] = await pipeline.mget([...keys]).exec()
    return answers.at(-1)
  }
}

function textsOrNulls(answer: unknown, length: number): (string | null)[] {
  if (Array.isArray(answer) && answer.length === length && answer.every(isTextOrNull)) return answer
  throw new TypeError('Redis gave an unexpected answer')
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string'
}

function expectAnswer(expected: string, answer: unknown): void {
  if (answer !== expected) throw new TypeError('Redis gave an unexpected answer')
}

/** For `JSON.stringify`: writes the fields of objects in alphabetical order. */
function sortFields(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
