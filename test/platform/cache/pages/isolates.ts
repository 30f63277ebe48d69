import { type App, startApp } from '../../../support/app.ts'
import { makeSession, type Person } from '../../../support/people.ts'
import { withoutMail } from '../../../support/round-trips.ts'
import { type FaultyRedis, type RedisProxy, startFaultyRedis, startRedisProxy } from '../faulty-redis.ts'

/** Two isolates that share a database and a Redis, each through a proxy of its own, and a third without a cache. */
export interface Isolates {
  readonly app: App
  /** The Redis, with the proxy that the first isolate uses. */
  readonly redis: FaultyRedis
  /** The URL of the first isolate, which is the one of `app`. */
  readonly first: string
  readonly second: string
  /** The URL of the isolate without a cache. Its answers are the expected ones. */
  readonly uncached: string
  close(): Promise<void>
}

/** A request for a page. */
export interface Visit {
  readonly path: string
  /** The `Cookie` header. Visitors have none. */
  readonly cookie?: string
  /** htmx sends `partial` and `full` in `HX-Request-Type`; a plain request is without htmx. */
  readonly as?: 'plain' | 'partial' | 'full'
}

export interface Answer {
  readonly status: number
  /** Without the parts that change from one answer to the next. */
  readonly body: string
  readonly headers: Headers
  /** From the `Server-Timing` header. */
  readonly cacheStatus: string
}

/**
 * Sends no mail: it would go out after the responses and change the admins' list of mails. `ownVars` are variables of
 * the two isolates with a cache.
 */
export async function startIsolates(ownVars: Record<string, string> = {}): Promise<Isolates> {
  const redis = await startFaultyRedis()
  const secondProxy = await startRedisProxy({ url: redis.directUrl, token: redis.token })
  const app = await startApp({ ...redisVars(redis), ...withoutMail, ...ownVars })
  return {
    app,
    redis,
    first: app.url,
    second: await app.another({ ...redisVars(secondProxy), ...withoutMail, ...ownVars }),
    uncached: await app.another(withoutMail),
    async close() {
      await app.close()
      await Promise.all([secondProxy.close(), redis.close()])
    },
  }
}

export function redisVars({ url, token }: Pick<RedisProxy, 'url' | 'token'>) {
  return { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token }
}

/** Signs somebody in and returns their `Cookie` header. */
export async function sessionCookie(
  { app }: Pick<Isolates, 'app'>,
  { id }: Pick<Person, 'id'>,
): Promise<string> {
  return `parley_session=${await makeSession(app, id)}`
}

/** Sends one request. Follows no redirect and keeps no cookie. */
export async function fetchPage(origin: string, { path, cookie, as = 'plain' }: Visit): Promise<Answer> {
  const headers = {
    ...(cookie && { Cookie: cookie }),
    ...(as !== 'plain' && { 'HX-Request': 'true', 'HX-Request-Type': as }),
  }
  const answer = await fetch(origin + path, { headers, redirect: 'manual' })
  return {
    status: answer.status,
    body: withoutChangingParts(await answer.text()),
    headers: answer.headers,
    cacheStatus: /desc=(\w+)/.exec(answer.headers.get('Server-Timing') ?? '')?.[1] ?? '',
  }
}

// Removes relative times, the ids of requests and forms, and the second of the first page from cursors. Puts each tag on
// a line of its own, for readable diffs.
function withoutChangingParts(body: string): string {
  return body
    .replace(/<time\b.*?<\/time>/gs, '<time>')
    .replace(/(name="(?:seen_at|form_token)" value=)"[^"]*"/g, '$1')
    .replace(/(after=\d+)_\d{10}\b/g, '$1')
    .replace(/<progress value="\d+"/g, '<progress')
    .replace(/\b[0-9a-f]{8}-[0-9a-f-]{27}\b/g, 'uuid')
    .replaceAll('<', '\n<')
}
