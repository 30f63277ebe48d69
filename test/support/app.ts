import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, createClient } from '@libsql/client/http'
import { inject } from 'vitest'
import { type LibsqlServer, startLibsql } from '../../local/libsql/server.ts'
import { startMail } from '../../local/mail/server.ts'
import { type RedisStandIn, startRedis } from '../../local/redis/server.ts'
import { type RunningWorker, runWorker } from '../../local/worker/run-bundle.ts'
import type { WriteMessage } from '../../src/platform/db/write.ts'
import { findUndeclared } from './cached-columns.ts'
import { Visitor } from './visitor.ts'

/** How `watched-worker.js` begins what it logs of a write. */
const WRITE_LOG = 'parley:write '

type Mail = Awaited<ReturnType<typeof startMail>>

/** Parley as a whole, on a database of its own: the built Worker in workerd against the real protocols. */
export interface App {
  readonly url: string
  readonly db: Client
  readonly libsql: LibsqlServer
  readonly mail: Mail
  /** Null unless the test asked for it: a cache would hide what a test writes past the app. */
  readonly redis: RedisStandIn | null
  /** Somebody with a browser and nothing in it. */
  visitor(): Visitor
  /** Another isolate of the same program over the same database; gives its address. `close` ends it too. */
  another(vars?: Record<string, string>): Promise<string>
  /** Ends everything; throws if the Worker logged an unexpected error, or wrote without saying what it invalidates. */
  close(): Promise<void>
  /** Errors that the Worker logged; a test that expects one takes it out. */
  readonly errors: string[]
}

/**
 * `vars`: bindings that differ from the usual ones; `port`: where it answers, a free one unless told; `cached`:
 * with a Redis of its own. For one that fails see test/services/cache/faulty-redis.ts and give its address in `vars`.
 */
export async function startApp(
  vars: Record<string, string> = {},
  port = 0,
  { cached = false } = {},
): Promise<App> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-test-'))
  const file = join(folder, 'parley.db')
  await copyFile(inject('pristine'), file)
  const libsql = await startLibsql({ file })
  const mail = await startMail()
  const redis = cached ? await startRedis({ redisUrl: '' }) : null
  const errors: string[] = []
  const writes: WriteMessage[] = []
  const workers: RunningWorker[] = []
  const run = async (own: Record<string, string>, at = 0) => {
    const worker = await runWorker({
      port: at,
      script: inject('script'),
      files: inject('files'),
      configuration: inject('configuration'),
      vars: {
        PUBLIC_URL: 'http://parley.test',
        TURSO_DATABASE_URL: libsql.url,
        RESEND_API_URL: mail.url,
        RESEND_API_KEY: 'test',
        // Tests keep the machine busy, and only a database that never answers is a fault.
        DATABASE_TIMEOUT_MS: '60000',
        ...own,
      },
      onLog({ level, message }) {
        if (message.startsWith(WRITE_LOG)) writes.push(JSON.parse(message.slice(WRITE_LOG.length)))
        // Of visitors who hang up workerd complains itself; our own errors are the rest.
        if (level === 'error' && !/^(kj::|stack: )/.test(message)) errors.push(message)
      },
    })
    workers.push(worker)
    return worker.url
  }
  const url = await run(
    { ...(redis && { UPSTASH_REDIS_REST_URL: redis.url, UPSTASH_REDIS_REST_TOKEN: redis.token }), ...vars },
    port,
  )
  const db = createClient({ url: libsql.url })
  return {
    url,
    db,
    libsql,
    mail,
    redis,
    errors,
    visitor: () => new Visitor(url),
    another: (own = {}) => run(own),
    async close() {
      await Promise.all(workers.map((worker) => worker.close()))
      const undeclared = await findUndeclared(db, writes)
      db.close()
      await Promise.all([libsql.close(), mail.close(), redis?.close()])
      await rm(folder, { recursive: true, force: true })
      if (errors.length > 0) throw new Error(`The Worker logged: ${errors.join('\n')}`)
      if (undeclared.length > 0) throw new Error(undeclared.join('\n'))
    },
  }
}
