import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, createClient } from '@libsql/client/http'
import { inject } from 'vitest'
import { type LibsqlServer, startLibsql } from '../../local/libsql/server.ts'
import { startMail } from '../../local/mail/server.ts'
import { type RedisStandIn, startRedis } from '../../local/redis/server.ts'
import { Visitor } from './visitor.ts'
import { type TestWorker, takeWorker } from './worker/pool.ts'
import { ADMIN_POST_LOG, WRITE_LOG } from './worker/words.ts'
import { type AdminPost, findUnrecorded } from './writes/admin-acts.ts'
import { type DeclaredWrite, findUndeclared } from './writes/cached-columns.ts'

type Mail = Awaited<ReturnType<typeof startMail>>

/** The built Worker in workerd with a database of its own. All services speak their real protocols. */
export interface App {
  readonly url: string
  readonly db: Client
  readonly libsql: LibsqlServer
  readonly mail: Mail
  /** Null unless the test asked for it: a cache would hide what a test writes directly to the database. */
  readonly redis: RedisStandIn | null
  /** A new browser without cookies. */
  visitor(): Visitor
  /** Starts another Worker with the same database and returns its URL. `close` ends it too. */
  another(vars?: Record<string, string>): Promise<string>
  /**
   * Ends everything. Throws if the Worker logged an unexpected error, if a write did not declare what it invalidates, or
   * if an admin changed something without recording it.
   */
  close(): Promise<void>
  /** Errors that the Worker logged. A test that expects one removes it. */
  readonly errors: string[]
}

/**
 * `vars` are bindings that differ from the defaults. `cached` adds a Redis. For a Redis that fails, see
 * test/platform/cache/faulty-redis.ts and pass its URL in `vars`. With `atItsUrl`, links in mails lead to the Worker.
 */
export async function startApp(
  vars: Record<string, string> = {},
  { cached = false, atItsUrl = false } = {},
): Promise<App> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-test-'))
  const file = join(folder, 'parley.db')
  await copyFile(inject('pristine'), file)
  const libsql = await startLibsql({ file })
  const mail = await startMail()
  const redis = cached ? await startRedis({ redisUrl: '' }) : null
  const errors: string[] = []
  const writes: DeclaredWrite[] = []
  const adminPosts: AdminPost[] = []
  const workers: TestWorker[] = []
  const run = async (own: Record<string, string>) => {
    const worker = await takeWorker(
      (url) => ({
        PUBLIC_URL: 'http://parley.test',
        TURSO_DATABASE_URL: libsql.url,
        RESEND_API_URL: mail.url,
        RESEND_API_KEY: 'test',
        GOOGLE_CHAT_API_URL: mail.url,
        TWILIO_API_URL: mail.url,
        TWILIO_ACCOUNT_SID: 'AC1',
        TWILIO_AUTH_TOKEN: 'test',
        TWILIO_FROM: '+15005550006',
        // Tests keep the machine busy, so a slow database or Redis is not an error.
        DATABASE_TIMEOUT_MS: '60000',
        REDIS_TIMEOUT_MS: '5000',
        ...(atItsUrl && { PUBLIC_URL: url }),
        ...own,
      }),
      ({ level, message }) => {
        if (message.startsWith(WRITE_LOG)) writes.push(JSON.parse(message.slice(WRITE_LOG.length)))
        if (message.startsWith(ADMIN_POST_LOG))
          adminPosts.push(JSON.parse(message.slice(ADMIN_POST_LOG.length)))
        // workerd itself logs visitors who hang up. All other errors are ours.
        if (level === 'error' && !/^(kj::|stack: )/.test(message)) errors.push(message)
      },
    )
    workers.push(worker)
    return worker.url
  }
  const url = await run({
    ...(redis && { UPSTASH_REDIS_REST_URL: redis.url, UPSTASH_REDIS_REST_TOKEN: redis.token }),
    ...vars,
  })
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
      const problems = [...undeclared, ...findUnrecorded(adminPosts)]
      if (problems.length > 0) throw new Error(problems.join('\n'))
    },
  }
}
