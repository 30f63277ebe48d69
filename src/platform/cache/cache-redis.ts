import { Redis } from '@upstash/redis/cloudflare'

export interface Found {
  /** In the order in which they were asked for; null for what is not there. */
  readonly versions: readonly (string | null)[]
  readonly entry: string | null
}

/**
 * What the cache asks of Redis. Each call is one round trip, and throws when the right answer is not there in
 * time. One for a whole isolate: it holds no connection, each call is a fetch of the request that makes it.
 */
export class CacheRedis {
  readonly #redis: Redis
  /** The versions that were there when this isolate last looked. */
  readonly #known = new Set<string>()

  /** `patience`: milliseconds until a call is given up. */
  constructor(url: string, token: string, patience: number) {
    this.#redis = new Redis({
      url,
      token,
      retry: { retries: 0 },
      // A function: with a mere signal the client answers with the reason of the abort, as if it were the value.
      signal: () => AbortSignal.timeout(patience),
      automaticDeserialization: false,
      // Base64 keeps bytes that are no text, and we have none; to undo it takes as long as all the rest.
      responseEncoding: false,
      enableAutoPipelining: false,
      enableTelemetry: false,
    })
  }

  /** Reads an entry and versions; a version that this isolate does not know is made first where it is missing. */
  async look(versionKeys: readonly string[], entryKey: string): Promise<Found> {
    const keys = [...versionKeys, entryKey]
    const unknown = versionKeys.filter((key) => !this.#known.has(key))
    const answer = unknown.length > 0 ? await this.#makeAndRead(unknown, keys) : await this.#redis.mget(keys)
    const found = textsOrNulls(answer, keys.length)
    // Redis may drop one. It is missing this time, and made by the next look.
    versionKeys.forEach((key, index) => void (found[index] ? this.#known.add(key) : this.#known.delete(key)))
    return { versions: found.slice(0, -1), entry: found.at(-1) ?? null }
  }

  async store(entryKey: string, text: string, seconds: number): Promise<void> {
    mustBeOk(await this.#redis.set(entryKey, text, { ex: seconds }))
  }

  /** Gives each a version that nothing was ever stored under. */
  async renew(versionKeys: readonly string[]): Promise<void> {
    mustBeOk(await this.#redis.mset(Object.fromEntries(versionKeys.map((key) => [key, unheardOf()]))))
  }

  /** Whether it answers as it should. */
  async probe(versionKeys: readonly string[]): Promise<void> {
    textsOrNulls(await this.#redis.mget([...versionKeys]), versionKeys.length)
  }

  async #makeAndRead(missing: readonly string[], keys: readonly string[]): Promise<unknown> {
    const pipeline = this.#redis.pipeline()
    for (const key of missing) pipeline.set(key, unheardOf(), { nx: true })
    const answers: unknown[] = await pipeline.mget([...keys]).exec()
    return answers.at(-1)
  }
}

// Not a counter: one that began anew after Redis had dropped it would come to numbers that old entries bear.
function unheardOf(): string {
  return crypto.randomUUID()
}

function textsOrNulls(answer: unknown, length: number): (string | null)[] {
  if (Array.isArray(answer) && answer.length === length && answer.every(isTextOrNull)) return answer
  throw new TypeError('Redis answered something else')
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string'
}

function mustBeOk(answer: unknown): void {
  if (answer !== 'OK') throw new TypeError('Redis did not do it')
}
