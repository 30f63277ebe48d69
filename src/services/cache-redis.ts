import { Redis } from '@upstash/redis/cloudflare'

/** What the cache asks of Redis. Each call throws when the right answer is not there in time. */
export interface CacheRedis {
  /**
   * One round trip: the versions, in order, and the entry; null for what is not there. A version that this
   * isolate has not seen yet is made first where it is missing.
   */
  look(versionKeys: readonly string[], entryKey: string): Promise<Found>
  store(entryKey: string, text: string, seconds: number): Promise<void>
  /** Gives each a version that nothing was ever stored under. */
  renew(versionKeys: readonly string[]): Promise<void>
  /** Whether it answers as it should. */
  probe(versionKeys: readonly string[]): Promise<void>
}

export interface Found {
  readonly versions: readonly (string | null)[]
  readonly entry: string | null
}

/**
 * One for a whole isolate: it holds no connection, each call is a fetch of the request that makes it. `patience`:
 * milliseconds until a call is given up.
 */
export function openRedis(url: string, token: string, patience: number): CacheRedis {
  const redis = new Redis({
    url,
    token,
    retry: { retries: 0 },
    // A function: with a mere signal the client answers with the reason of the abort, as if it were the value.
    signal: () => AbortSignal.timeout(patience),
    automaticDeserialization: false,
    // Base64 keeps bytes that are no text, which we have none of; to undo it takes as long as all the rest.
    responseEncoding: false,
    enableAutoPipelining: false,
    enableTelemetry: false,
  })
  const known = new Set<string>()
  return {
    look: async (versionKeys, entryKey) => {
      const found = checked(await read(redis, known, versionKeys, entryKey), versionKeys.length + 1)
      const versions = found.slice(0, -1)
      versionKeys.forEach((key, index) => void (versions[index] ? known.add(key) : known.delete(key)))
      return { versions, entry: found.at(-1) ?? null }
    },
    store: async (entryKey, text, seconds) => mustBeOk(await redis.set(entryKey, text, { ex: seconds })),
    renew: async (versionKeys) =>
      mustBeOk(await redis.mset(Object.fromEntries(versionKeys.map((key) => [key, unheardOf()])))),
    probe: async (versionKeys) => {
      checked(await redis.mget([...versionKeys]), versionKeys.length)
    },
  }
}

// Most versions are there: to look first is enough. One that Redis has dropped is made by the look after that.
async function read(
  redis: Redis,
  known: ReadonlySet<string>,
  versionKeys: readonly string[],
  entryKey: string,
): Promise<unknown> {
  const unknown = versionKeys.filter((key) => !known.has(key))
  if (unknown.length === 0) return redis.mget([...versionKeys, entryKey])

  const pipeline = redis.pipeline()
  for (const key of unknown) pipeline.set(key, unheardOf(), { nx: true })
  const answers: unknown[] = await pipeline.mget([...versionKeys, entryKey]).exec()
  return answers.at(-1)
}

// Not a counter: one that began anew after Redis had dropped it would come to numbers that old entries bear.
function unheardOf(): string {
  return crypto.randomUUID()
}

function checked(answer: unknown, length: number): (string | null)[] {
  if (Array.isArray(answer) && answer.length === length && answer.every(isTextOrNull)) return answer
  throw new TypeError('Redis answered something else')
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string'
}

function mustBeOk(answer: unknown): void {
  if (answer !== 'OK') throw new TypeError('Redis did not do it')
}
