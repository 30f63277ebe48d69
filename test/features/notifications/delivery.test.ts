import { type Client, createClient } from '@libsql/client/http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type LibsqlServer, startLibsql } from '../../../local/libsql/server.ts'
import { migrate } from '../../../local/migrate.ts'
import { notify } from '../../../src/features/notifications/commands.ts'
import { deliver } from '../../../src/features/notifications/delivery.ts'
import {
  dateTime,
  type MailBlock,
  paragraph,
  timeLeftUntil,
} from '../../../src/features/notifications/email/blocks.ts'
import { claimDue, LEASE, MAX_ATTEMPTS, retryDelay } from '../../../src/features/notifications/outbox.ts'
import { type Database, openDatabase } from '../../../src/platform/db/database.ts'
import { write } from '../../../src/platform/db/write.ts'
import { type Mailer, openMailer } from '../../../src/platform/mail/mailer.ts'
import type { UserId } from '../../../src/shared/ids.ts'
import { MINUTE } from '../../../src/shared/time.ts'
import { type FakeResend, startFakeResend } from '../../platform/mail/fake-resend.ts'

const START = Date.parse('2026-11-23T09:00:00Z')
const MARA = 1 as UserId

describe('outbox delivery', () => {
  let libsql: LibsqlServer
  let resend: FakeResend
  let client: Client
  let db: Database

  beforeAll(async () => {
    libsql = await startLibsql({ file: ':memory:' })
    client = createClient({ url: libsql.url })
    await migrate(client)
    await client.execute(`insert into users (id, username, email, display_name, password_hash, role, status, time_zone,
        created_at)
      values (1, 'mara', 'mara@example.com', 'Mara <b>Lindqvist', '', 'influencer', 'active', 'Asia/Kolkata', 0)`)
    db = openDatabase({ TURSO_DATABASE_URL: libsql.url })
  })
  beforeEach(async () => {
    await client.execute('delete from outbox')
    resend = await startFakeResend()
    return () => resend.close()
  })
  afterAll(() => libsql.close())

  const mailer = (): Mailer | null =>
    openMailer({ RESEND_API_KEY: 'secret', RESEND_API_URL: resend.url, MAIL_FROM: 'Parley <p@example.com>' })
  const deliverAt = (now: number) =>
    deliver({ db, mailer: mailer(), publicUrl: 'https://parley.example', now })
  const notifyMara = (period: number, title = 'An offer', body: readonly MailBlock[] = []) =>
    write(
      db,
      notify(MARA, {
        kind: 'ad_request_offer',
        subjectId: 7,
        period,
        title,
        body,
        action: { label: 'Answer', query: { answer: 'accept' } },
        path: '/ad-requests/7',
        at: START,
      }),
    )
  const rows = async () => (await client.execute('select * from outbox order by id')).rows

  it('sends each e-mail once, with a link to the exact page', async () => {
    await notifyMara(1, 'Boots & <script>', [{ kind: 'paragraph', text: 'One & two' }])
    await notifyMara(1, 'The same one again')
    await deliverAt(START)
    await deliverAt(START + LEASE)

    expect(resend.requests).toHaveLength(1)
    const [sent] = resend.requests
    expect(sent).toMatchObject({ to: ['mara@example.com'], subject: 'Boots & <script>' })
    expect(sent?.text).toContain('One & two\n\nAnswer:\nhttps://parley.example/ad-requests/7?answer=accept')
    expect(sent?.html).toContain('Boots &amp; &lt;script&gt;')
    expect(sent?.html).toContain('Mara &lt;b&gt;Lindqvist')
    expect(sent?.html).toContain('<a href="https://parley.example/ad-requests/7?answer=accept"')
    expect(await rows()).toMatchObject([{ state: 'sent', sent_at: START, attempts: 1, last_error: null }])
  })

  it('words times in the recipient’s zone, as of the first attempt, so that a retry says the same', async () => {
    const deadline = START + 3 * 60 * MINUTE
    await notifyMara(1, 'An offer', [paragraph(dateTime(deadline), ' (', timeLeftUntil(deadline), ')')])
    resend.answers.push(503)
    await deliverAt(START)
    await deliverAt(START + 30 * MINUTE)
    const [first, second] = resend.requests
    expect(first?.text).toContain('Monday, November 23, 5:30 PM (3 hours left)')
    expect(second).toEqual(first)
  })

  it('gives up on an e-mail whose content is broken, and sends the others', async () => {
    await notifyMara(1)
    await notifyMara(2)
    await client.execute("update outbox set body = 'text of an old version' where period = '1'")
    await deliverAt(START)
    expect(await rows()).toMatchObject([
      { state: 'dead', last_error: expect.stringContaining('not valid JSON') },
      { state: 'sent' },
    ])
  })

  it('does nothing if e-mail is switched off', async () => {
    await notifyMara(1)
    await deliver({ db, mailer: null, publicUrl: 'https://parley.example', now: START })
    expect(await rows()).toMatchObject([{ state: 'pending', attempts: 0 }])
  })

  it('sends more than one batch', async () => {
    for (let period = 1; period <= 20; period += 1) await notifyMara(period)
    await deliverAt(START)
    expect(resend.delivered()).toHaveLength(20)
    expect((await rows()).every(({ state }) => state === 'sent')).toBe(true)
  })

  it('retries after a crash with the same key, once the lease has ended', async () => {
    await notifyMara(1)
    const [crashed] = await claimDue(db, START, 5)
    await deliverAt(START + LEASE - 1)
    expect(resend.requests).toHaveLength(0)

    await deliverAt(START + LEASE)
    expect(resend.requests.map(({ key }) => key)).toEqual([`outbox-${crashed?.id}`])
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 2 }])
  })

  it('delivers an e-mail once even if the response was lost', async () => {
    await notifyMara(1)
    resend.answers.push('lost')
    await deliverAt(START)
    expect(await rows()).toMatchObject([{ state: 'failed' }])

    await deliverAt(START + retryDelay(1))
    expect(resend.requests).toHaveLength(2)
    expect(resend.delivered()).toHaveLength(1)
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 2 }])
  })

  it('waits longer after each failure, and gives up after eight attempts', async () => {
    await notifyMara(1)
    let now = START
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      resend.answers.push(503)
      await deliverAt(now - 1)
      expect(resend.requests).toHaveLength(attempt - 1)
      await deliverAt(now)
      expect(resend.requests).toHaveLength(attempt)
      now += retryDelay(attempt)
    }
    expect(await rows()).toMatchObject([
      { state: 'dead', attempts: 8, last_error: expect.stringMatching(/^503/) },
    ])
    await deliverAt(now + LEASE)
    expect(resend.requests).toHaveLength(MAX_ATTEMPTS)
  })

  it('gives up at once on a permanent failure, and sends the others', async () => {
    await notifyMara(1)
    await notifyMara(2)
    resend.answers.push(422)
    await deliverAt(START)
    expect(await rows()).toMatchObject([{ state: 'dead', attempts: 1 }, { state: 'sent' }])
  })

  it('gives up on an e-mail that crashes every delivery', async () => {
    await notifyMara(1)
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      expect(await claimDue(db, START + attempt * LEASE, 5)).toHaveLength(1)
    }
    expect(await claimDue(db, START + MAX_ATTEMPTS * LEASE, 5)).toEqual([])
    expect(await rows()).toMatchObject([{ state: 'dead' }])
  })

  it('never lets two deliveries claim the same e-mail', async () => {
    for (let period = 1; period <= 12; period += 1) await notifyMara(period)
    const claims = await Promise.all(Array.from({ length: 6 }, () => claimDue(db, START, 5)))
    const ids = claims.flat().map(({ id }) => id)
    expect(ids).toHaveLength(12)
    expect(new Set(ids).size).toBe(12)
  })

  it('does not let a slow delivery overwrite the result of the next one', async () => {
    await notifyMara(1)
    const late: Mailer = {
      async send() {
        await deliverAt(START + LEASE)
        return { failed: 'too late', isPermanent: true }
      },
    }
    await deliver({ db, mailer: late, publicUrl: 'https://parley.example', now: START })
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 2 }])
  })

  it('finds due e-mails with an index', async () => {
    const { rows: plan } = await client.execute(
      `explain query plan select id from outbox
       where state in ('pending', 'claimed', 'failed') and due_at <= 5 order by due_at limit 8`,
    )
    expect(plan.map(({ detail }) => detail)).toEqual(['SEARCH outbox USING INDEX outbox_due (due_at<?)'])
  })
})
