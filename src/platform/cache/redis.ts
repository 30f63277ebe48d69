import { Redis } from '@upstash/redis/cloudflare'

export interface LookUp {
  /** The versions of the namespaces, joined; null if one was missing, so nothing can be stored under them. */
  readonly versions: string | null
  /** The entry, if it was stored under exactly these versions. */
  readonly text: string | null
}

/**
 * The commands that the cache sends to Redis. Each call is one round trip, and throws if the right answer does not
 * come in time. One instance serves a whole isolate: it holds no connection, each call is a fetch of its own request.
 *
 * Each namespace has a version, a random token. An entry begins with the versions that were valid before it was
 * computed, so renewing a version makes all entries of the namespace stale. Tokens are random because a counter that
 * starts again after Redis has dropped it would reach numbers that old entries carry.
 */
export class CacheRedis {
  readonly #redis: Redis
  /** Version keys that existed when this isolate last looked. */
  readonly #known = new Set<string>()

  /** `timeout`: milliseconds for each call. */
  constructor(url: string, token: string, timeout: number) {
    this.#redis = new Redis({
      url,
      token,
      retry: { retries: 0 },
      // A function: given a plain signal, the client answers with the reason of the abort as if it were the value.
      signal: () => AbortSignal.timeout(timeout),
      automaticDeserialization: false,
      // Base64 protects bytes that are not text. We store none, and decoding takes as long as everything else.
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
    // Redis may drop a version at any time. It is missing this time and created by the next look-up.
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

  /** Throws unless Redis answers as it should. */
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
