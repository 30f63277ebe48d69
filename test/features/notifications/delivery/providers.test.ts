import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MAX_ATTEMPTS } from '../../../../src/features/notifications/delivery/channel-run.ts'
import { HOUR, MINUTE } from '../../../../src/shared/time.ts'
import { type Fixture, JIDE, PHONE, SPACE, START, startFixture } from './setup.ts'

const recipients = { email: 'mara@example.com', chat: SPACE, sms: PHONE } as const

describe('a provider that fails', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await startFixture()
  })
  beforeEach(() => fixture.reset())
  afterAll(() => fixture.close())

  const rowOf = async (channel: string) => (await fixture.rows()).find((row) => row.channel === channel)

  describe.each(['email', 'chat', 'sms'] as const)('%s', (channel) => {
    const others = { email: 1, chat: 1, sms: 1, [channel]: 0 }

    it.each([
      [{ status: 429, retryAfter: 120 }, /^429/],
      [{ status: 429 }, /^429/],
      [{ status: 500 }, /^500/],
      [{ status: 302 }, /^302/],
      ['drop', /fetch failed|socket/],
    ] as const)(
      'is tried again later after %j, and the other channels are not held up',
      async (fault, error) => {
        fixture.mail.faults.set(recipients[channel], fault)
        await fixture.tell({})
        expect(await fixture.deliverAt(START)).toMatchObject({ sent: 2, failed: 1 })
        expect(fixture.counts()).toEqual(others)
        const row = await rowOf(channel)
        expect(row).toMatchObject({ state: 'failed', last_error: expect.stringMatching(error) })
        const wait = typeof fault === 'object' && 'retryAfter' in fault ? 2 * MINUTE : MINUTE
        expect(Number(row?.due_at)).toBeGreaterThanOrEqual(START + wait)

        fixture.mail.faults.clear()
        await fixture.deliverAt(START + HOUR)
        expect(fixture.counts()).toEqual({ email: 1, chat: 1, sms: 1 })
      },
    )

    it('is given up with the reason after 400', async () => {
      fixture.mail.faults.set(recipients[channel], { status: 400 })
      await fixture.tell({})
      expect(await fixture.deliverAt(START)).toMatchObject({ sent: 2, dead: 1 })
      expect(await rowOf(channel)).toMatchObject({
        state: 'dead',
        attempts: 1,
        last_error: expect.stringMatching(/^400.*Injected/),
      })
    })

    it('does not use up attempts by its rate limit', async () => {
      fixture.mail.faults.set(recipients[channel], { status: 429, retryAfter: 60 })
      await fixture.tell({})
      for (let hour = 0; hour < MAX_ATTEMPTS + 2; hour += 1) await fixture.deliverAt(START + hour * HOUR)
      expect(await rowOf(channel)).toMatchObject({ state: 'failed', attempts: 0 })
    })

    it('is left alone after three failures in a row, and what was not tried is due at once', async () => {
      for (let period = 1; period <= 20; period += 1) await fixture.tell({ period })
      fixture.mail.faults.set(recipients[channel], { status: 503 })
      const { failed, sent, more } = await fixture.deliverAt(START)
      expect(failed).toBeGreaterThanOrEqual(3)
      expect(failed).toBeLessThanOrEqual(6)
      expect({ sent, more }).toEqual({ sent: 40, more: false })

      fixture.mail.faults.clear()
      await fixture.deliverAt(START + MINUTE / 2)
      const { [channel]: accepted } = fixture.counts()
      expect(accepted).toBe(20 - failed)
    })
  })

  it('that hangs is a timeout after ten seconds, and the others go out meanwhile', async () => {
    fixture.mail.faults.set(PHONE, 'hang')
    await fixture.tell({})
    const delivery = fixture.deliverAt(START)
    await expect.poll(() => fixture.counts()).toEqual({ email: 1, chat: 1, sms: 0 })
    expect(await delivery).toMatchObject({ sent: 2, failed: 1 })
    expect(await rowOf('sms')).toMatchObject({
      state: 'failed',
      last_error: expect.stringContaining('timeout'),
    })
  })

  it('and allows one mail at a time is waited for if that is soon', async () => {
    fixture.mail.faults.set('jide@example.com', { status: 429, retryAfter: 1 }, 2)
    for (let period = 1; period <= 6; period += 1) await fixture.tell({ period }, JIDE)
    expect(await fixture.deliverAt(START)).toMatchObject({ sent: 6, failed: 0 })
  })

  it('one full Google Chat space does not hold up the others', async () => {
    await fixture.client.execute(`insert into delivery_settings (user_id, chat_webhook)
      values (2, 'https://chat.googleapis.com/v1/spaces/AAQAjide/messages?key=k&token=t')`)
    fixture.mail.faults.set(SPACE, { status: 429 })
    for (let period = 1; period <= 5; period += 1) await fixture.tell({ period })
    await fixture.tell({}, JIDE)
    await fixture.deliverAt(START)
    expect(fixture.mail.texts().filter(({ channel }) => channel === 'chat')).toMatchObject([
      { to: 'AAQAjide' },
    ])
  })

  it('stops before the time of a Worker is over', async () => {
    for (let period = 1; period <= 3; period += 1) await fixture.tell({ period }, JIDE)
    let clock = 0
    const { performance } = globalThis
    globalThis.performance = { ...performance, now: () => clock } as Performance
    const senders = {
      chat: null,
      sms: null,
      // Each send takes two of the five seconds in which one may begin.
      async email() {
        clock += 2_000
        return 'sent' as const
      },
    }
    const delivered = await fixture.deliverAt(START, { senders }).finally(() => {
      globalThis.performance = performance
    })
    expect(delivered).toEqual({ taken: 3, sent: 3, failed: 0, dead: 0, more: true })
  })
})
