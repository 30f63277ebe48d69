import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { MAX_ATTEMPTS, retryDelay } from '../../../../src/features/notifications/delivery/channel-run.ts'
import type { Send, Senders } from '../../../../src/features/notifications/delivery/senders.ts'
import { paragraph } from '../../../../src/features/notifications/email/blocks.ts'
import { claimDue, LEASE } from '../../../../src/features/notifications/outbox.ts'
import { retry } from '../../../../src/features/notifications/undelivered/commands.ts'
import type { UserId } from '../../../../src/shared/ids.ts'
import { type Fixture, JIDE, PHONE, SPACE, START, startFixture } from './setup.ts'

describe('outbox delivery', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await startFixture()
  })
  beforeEach(() => fixture.reset())
  afterAll(() => fixture.close())

  it('sends a notification once by each channel, with a link to the exact page', async () => {
    await fixture.tell({ title: 'Boots & <script>', body: [paragraph('One'), paragraph('Two')] })
    await fixture.tell({ title: 'The same one again' })
    expect(await fixture.deliverAt(START)).toEqual({ taken: 3, sent: 3, failed: 0, dead: 0, more: false })
    await fixture.deliverAt(START + LEASE)

    const [email, ...others] = fixture.mail.messages()
    expect(others).toEqual([])
    expect(email).toMatchObject({ to: ['mara@example.com'], subject: 'Boots & <script>' })
    expect(email?.text).toContain('One\n\nTwo\n\nOpen in Parley:\nhttps://parley.example/ad-requests/7')
    expect(email?.html).toContain('Mara &lt;b&gt;Lindqvist')
    expect(email?.html).toContain('href="https://parley.example/ad-requests/7"')
    expect(fixture.mail.texts().toSorted((a, b) => a.channel.localeCompare(b.channel))).toMatchObject([
      { channel: 'chat', to: SPACE, text: 'Boots &  script \nhttps://parley.example/ad-requests/7' },
      { channel: 'sms', to: PHONE, text: 'Boots & <script> https://parley.example/ad-requests/7' },
    ])
    for (const row of await fixture.rows())
      expect(row).toMatchObject({ state: 'sent', attempts: 1, last_error: null })
  })

  it('goes on after a chunk', async () => {
    for (let period = 1; period <= 90; period += 1) await fixture.tell({ period }, JIDE)
    expect(await fixture.deliverAt(START)).toMatchObject({ taken: 90, sent: 90, more: false })
    expect(fixture.counts()).toEqual({ email: 90, chat: 0, sms: 0 })
  })

  it('sends the others if a message breaks the code, and says why that one is dead', async () => {
    await fixture.tell({ period: 1, title: 'Before' })
    await fixture.tell({ period: 2, title: 'Of a kind that was removed' })
    await fixture.tell({ period: 3, title: 'After' })
    await fixture.client.execute("update outbox set kind = 'removed' where period = '2'")
    expect(await fixture.deliverAt(START)).toMatchObject({ taken: 9, sent: 6, dead: 3, more: false })
    await fixture.deliverAt(START + LEASE)
    expect(fixture.counts()).toEqual({ email: 2, chat: 2, sms: 2 })
    const dead = (await fixture.rows()).filter(({ state }) => state === 'dead')
    expect(dead).toHaveLength(3)
    for (const { last_error } of dead) expect(last_error).toContain('TypeError')
  })

  it('sends the others if somebody has quiet hours in a time zone that is not known', async () => {
    await fixture.tell({})
    await fixture.client.batch([
      "insert into delivery_settings (user_id, phone, quiet_from, quiet_to) values (2, '+46701234568', 0, 60)",
      "update users set time_zone = 'Nowhere/Land' where id = 2",
    ])
    await fixture.tell({}, JIDE)
    await fixture.deliverAt(START)
    await fixture.deliverAt(START + LEASE)
    expect(fixture.counts()).toMatchObject({ chat: 1, sms: 1 })
  })

  it('is not continued at once while a channel is down', async () => {
    const elapsed = vi.spyOn(performance, 'now')
    onTestFinished(() => elapsed.mockRestore())
    let time = 0
    elapsed.mockImplementation(() => time)
    const send: Send = async () => {
      await new Promise(setImmediate)
      time = 20_000
      return { failed: 'timeout', cause: 'trouble', retryAfter: null }
    }
    for (let period = 1; period <= 20; period += 1) await fixture.tell({ period }, JIDE)
    const senders = { email: send, chat: null, sms: null }
    expect(await fixture.deliverAt(START, { senders })).toMatchObject({ sent: 0, more: false })
  })

  it('tells somebody who is suspended only what is about security or an agreement', async () => {
    const suspend = (status: string) => fixture.client.execute(`update users set status = '${status}'`)
    await fixture.tell({ kind: 'ad_request_message', period: 'before' })
    await suspend('suspended')
    await fixture.tell({ kind: 'ad_request_message', period: 'after' })
    await fixture.tell({ kind: 'password_changed', title: 'Your password is changed' })
    await fixture.deliverAt(START)
    expect(fixture.mail.messages()).toMatchObject([{ subject: 'Your password is changed' }])
    expect(fixture.counts()).toEqual({ email: 1, chat: 0, sms: 0 })
    expect(await fixture.rows()).toMatchObject([
      { period: 'before', state: 'dead', last_error: 'The account is suspended or being deleted.' },
      { period: 'before', state: 'dead', last_error: 'The account is suspended or being deleted.' },
      { kind: 'password_changed', state: 'sent' },
    ])
    await suspend('active')
    await fixture.deliverAt(START + LEASE)
    expect(fixture.counts()).toEqual({ email: 1, chat: 0, sms: 0 })
  })

  it('never sends more than six at once, and none waits for another channel', async () => {
    for (let period = 1; period <= 15; period += 1) await fixture.tell({ period })
    const { running, senders } = counting(fixture.senders())
    await fixture.deliverAt(START, { senders })
    expect(running.most).toBeLessThanOrEqual(6)
    expect(running.most).toBeGreaterThan(4)
    expect(fixture.counts()).toEqual({ email: 15, chat: 15, sms: 15 })
  })

  it('gives up what is due for a channel that is switched off, and an admin can send it later', async () => {
    await fixture.tell({})
    const senders = fixture.senders({ RESEND_API_KEY: '', GOOGLE_CHAT_API_URL: 'off' })
    await fixture.deliverAt(START, { senders })
    expect(fixture.counts()).toEqual({ email: 0, chat: 0, sms: 1 })
    const rows = await fixture.rows()
    expect(rows).toMatchObject([
      { channel: 'email', state: 'dead', last_error: 'E-mail is switched off.' },
      { channel: 'chat', state: 'dead', last_error: 'Google Chat is switched off.' },
      { channel: 'sms', state: 'sent' },
    ])

    await fixture.deliverAt(START + LEASE)
    expect(fixture.counts()).toEqual({ email: 0, chat: 0, sms: 1 })
    const { rows: admins } = await fixture.db.client.execute(`insert into users
      (username, email, display_name, password_hash, role, status, created_at)
      values ('ada', 'ada@example.com', 'Ada', '', 'admin', 'active', 0) returning id`)
    const actor = Number(admins[0]?.id) as UserId
    const context = { actor, now: START, currency: 'USD', requestId: 'request' }
    expect(await retry(fixture.db, Number(rows[0]?.id), context)).toBe(true)
    expect(await retry(fixture.db, Number(rows[2]?.id), context)).toBe(false)
    await fixture.deliverAt(START + LEASE)
    expect(fixture.counts()).toEqual({ email: 1, chat: 0, sms: 1 })
  })

  it('waits longer after each failure, and gives up after eight attempts', async () => {
    await fixture.tell({}, JIDE)
    fixture.mail.faults.set('jide@example.com', { status: 503 })
    let now = START
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      expect(await fixture.deliverAt(now - 1)).toMatchObject({ taken: 0 })
      const isLast = attempt === MAX_ATTEMPTS
      expect(await fixture.deliverAt(now)).toMatchObject({ failed: isLast ? 0 : 1, dead: isLast ? 1 : 0 })
      const [row] = await fixture.rows()
      expect(row).toMatchObject({ state: isLast ? 'dead' : 'failed', attempts: attempt })
      if (isLast) break
      expect(Number(row?.due_at) - now).toBeGreaterThanOrEqual(retryDelay(attempt, 0))
      now = Number(row?.due_at)
    }
    expect(await fixture.rows()).toMatchObject([{ state: 'dead', last_error: expect.stringMatching(/^503/) }])
    fixture.mail.faults.clear()
    expect(await fixture.deliverAt(now + 10 * LEASE)).toMatchObject({ taken: 0 })
  })

  it('spreads retries by up to half of the wait', () => {
    expect([1, 2, 3].map((attempt) => retryDelay(attempt, 0))).toEqual([60_000, 120_000, 240_000])
    expect(retryDelay(2, 0.5)).toBe(150_000)
    expect(retryDelay(2, 1)).toBe(180_000)
  })

  it('gives up on a message that crashes every delivery', async () => {
    await fixture.tell({}, JIDE)
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      expect(await claimDue(fixture.db, ['email'], START + attempt * LEASE, 5)).toHaveLength(1)
    }
    await fixture.deliverAt(START + MAX_ATTEMPTS * LEASE)
    expect(fixture.counts().email).toBe(0)
    expect(await fixture.rows()).toMatchObject([{ state: 'dead' }])
  })

  it('says why a message is dead whose recipient has removed their webhook or number', async () => {
    await fixture.tell({})
    await fixture.client.execute('update delivery_settings set chat_webhook = null, phone = null')
    await fixture.deliverAt(START)
    expect(await fixture.rows()).toMatchObject([
      { state: 'sent' },
      { state: 'dead', last_error: 'The person removed their Google Chat webhook.' },
      { state: 'dead', last_error: 'The person removed their phone number.' },
    ])
  })

  it.each(['email', 'chat', 'sms'])('finds what is due by %s with an index', async (channel) => {
    const { rows: plan } = await fixture.client.execute(
      `explain query plan select id from outbox where channel = '${channel}'
       and state in ('pending', 'claimed', 'failed') and due_at <= 5 order by due_at limit 8`,
    )
    expect(plan.map(({ detail }) => detail)).toEqual([
      'SEARCH outbox USING INDEX outbox_due (channel=? AND due_at<?)',
    ])
  })
})

/** Counts the sends that run at the same time. */
function counting(senders: Senders) {
  const running = { now: 0, most: 0 }
  const counted = (send: Send | null): Send | null =>
    send &&
    (async (message) => {
      running.now += 1
      running.most = Math.max(running.most, running.now)
      const sending = await send(message)
      running.now -= 1
      return sending
    })
  const { email, chat, sms } = senders
  return { running, senders: { email: counted(email), chat: counted(chat), sms: counted(sms) } }
}
