import { type App, startApp } from '../../../support/app.ts'
import { makeSession, type Person } from '../../../support/people.ts'
import { type Door, type FaultyRedis, openDoor, startFaultyRedis } from '../faulty-redis.ts'

/** Two isolates over one database and one Redis, each with its own way there, and one that has no cache. */
export interface Site {
  /** The first isolate. */
  readonly app: App
  readonly redis: FaultyRedis
  /** The second isolate's way to Redis; the first one's is `redis` itself. */
  readonly otherDoor: Door
  readonly here: string
  readonly there: string
  /** What it answers is right. */
  readonly uncached: string
  close(): Promise<void>
}

/** Who asks for what, and how: `partial` and `full` are htmx's. */
export interface Visit {
  readonly path: string
  /** The `Cookie` header; nothing for a visitor. */
  readonly cookie?: string
  readonly as?: 'plain' | 'partial' | 'full'
}

export interface Answer {
  readonly status: number
  /** Without what differs between two answers a second apart. */
  readonly body: string
  readonly headers: Headers
  /** Of `Server-Timing`. */
  readonly cacheStatus: string
}

/** No mail: it would go out after the answers and change what admins see of it. */
export async function startSite(): Promise<Site> {
  const redis = await startFaultyRedis()
  const otherDoor = await openDoor({ url: redis.directUrl, token: redis.token })
  const app = await startApp({ ...over(redis), RESEND_API_KEY: '' })
  return {
    app,
    redis,
    otherDoor,
    here: app.url,
    there: await app.another({ ...over(otherDoor), RESEND_API_KEY: '' }),
    uncached: await app.another({ RESEND_API_KEY: '' }),
    async close() {
      await app.close()
      await Promise.all([otherDoor.close(), redis.close()])
    },
  }
}

export function over({ url, token }: Pick<Door, 'url' | 'token'>) {
  return { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token }
}

/** The `Cookie` header of somebody who is signed in. */
export async function sessionOf({ app }: Pick<Site, 'app'>, { id }: Pick<Person, 'id'>): Promise<string> {
  return `parley_session=${await makeSession(app, id)}`
}

/** One request with just these headers; no redirect is followed and no cookie kept. */
export async function ask(origin: string, { path, cookie, as = 'plain' }: Visit): Promise<Answer> {
  const headers = {
    ...(cookie && { Cookie: cookie }),
    ...(as !== 'plain' && { 'HX-Request': 'true', 'HX-Request-Type': as }),
  }
  const answer = await fetch(origin + path, { headers, redirect: 'manual' })
  return {
    status: answer.status,
    body: lasting(await answer.text()),
    headers: answer.headers,
    cacheStatus: /desc=(\w+)/.exec(answer.headers.get('Server-Timing') ?? '')?.[1] ?? '',
  }
}

// How long ago something was, and the ids of requests and forms. In lines, so that a difference is easy to see.
function lasting(body: string): string {
  return body
    .replace(/<time\b.*?<\/time>/gs, '<time>')
    .replace(/<progress value="\d+"/g, '<progress')
    .replace(/\b[0-9a-f]{8}-[0-9a-f-]{27}\b/g, 'uuid')
    .replaceAll('<', '\n<')
}
