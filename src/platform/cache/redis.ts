import { Redis } from '@upstash/redis/cloudflare'

export interface LookUp {
  /** The versions of the namespaces, joined. Null if one is missing: then nothing can be stored. */
  readonly versions: string | null
  /** The entry, if it was stored under exactly these versions. */
  readonly text: string | null
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
  /** Version keys that existed at the last look-up. */
  readonly #known = new Set<string>()

  /** `timeout`: milliseconds for each call. */
  constructor(url: string, token: string, timeout: number) {
    this.#redis = new Redis({
      url,
      token,
      retry: { retries: 0 },
      // Must be a function. With a plain signal, the client returns the abort reason as if it were the value.
      signal: () => AbortSignal.timeout(timeout),
      automaticDeserialization: false,
      // Base64 is for values that are not text. The cache stores only text, and decoding would double the time.
      responseEncoding: false,
      enableAutoPipelining: false,
      enableTelemetry: false,
    })
  }

  /** Reads an entry with the versions it depends on. */
  async lookUp(versionKeys: readonly string[], entryKey: string): Promise<LookUp> {
    const keys = [...versionKeys, entryKey]
    const unknown = versionKeys.filter((key) => !this.#known.has(key))
    const answer =
      unknown.length > 0 ? await this.#createAndRead(unknown, keys) : await this.#redis.mget(keys)
    const values = textsOrNulls(answer, keys.length)
    // Redis may evict a version at any time. Then this look-up misses it, and the next one creates it.
    versionKeys.forEach((key, index) => void (values[index] ? this.#known.add(key) : this.#known.delete(key)))

    const entry = values.pop()
    if (values.includes(null)) return { versions: null, text: null }
    const versions = values.join()
    return { versions, text: entry?.startsWith(`${versions}\n`) ? entry.slice(versions.length + 1) : null }
  }

  async store(entryKey: string, versions: string, text: string, seconds: number): Promise<void> {
    expectOk(await this.#redis.set(entryKey, `${versions}\n${text}`, { ex: seconds }))
  }

  async renewVersions(versionKeys: readonly string[]): Promise<void> {
    expectOk(await this.#redis.mset(Object.fromEntries(versionKeys.map((key) => [key, crypto.randomUUID()]))))
  }

  /** Throws unless Redis answers as expected. */
  async ping(versionKeys: readonly string[]): Promise<void> {
    textsOrNulls(await this.#redis.mget([...versionKeys]), versionKeys.length)
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

function expectOk(answer: unknown): void {
  if (answer !== 'OK') throw new TypeError('Redis did not confirm the command')
}
