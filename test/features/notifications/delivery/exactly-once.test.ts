import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Senders } from '../../../../src/features/notifications/delivery/senders.ts'
import { claimDue, LEASE } from '../../../../src/features/notifications/outbox.ts'
import type { Database } from '../../../../src/platform/db/database.ts'
import { DAY, HOUR } from '../../../../src/shared/time.ts'
import { type Fixture, JIDE, START, startFixture } from './setup.ts'

const once = { email: 1, chat: 1, sms: 1 }

describe('each message is accepted once by its provider', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await startFixture()
  })
  beforeEach(() => fixture.reset())
  afterAll(() => fixture.close())

  it('when it is delivered twice', async () => {
    await fixture.tell({})
    await fixture.deliverAt(START)
    await fixture.tell({})
    await fixture.deliverAt(START + LEASE)
    expect(fixture.counts()).toEqual(once)
  })

  it('when five deliveries run at once', async () => {
    for (let period = 1; period <= 30; period += 1) await fixture.tell({ period })
    const delivered = await Promise.all(Array.from({ length: 5 }, () => fixture.deliverAt(START)))
    expect(fixture.counts()).toEqual({ email: 30, chat: 30, sms: 30 })
    expect(delivered.reduce((sum, { sent }) => sum + sent, 0)).toBe(90)
  })

  it('when it is delivered a day late', async () => {
    await fixture.tell({})
    await fixture.deliverAt(START + DAY)
    await fixture.deliverAt(START + DAY + LEASE)
    expect(fixture.counts()).toEqual(once)
  })

  it('when a delivery dies between claim and send', async () => {
    await fixture.tell({})
    expect(await claimDue(fixture.db, ['email', 'chat', 'sms'], START, 10)).toHaveLength(3)
    expect(await fixture.deliverAt(START + LEASE - 1)).toMatchObject({ taken: 0 })
    await fixture.deliverAt(START + LEASE)
    expect(fixture.counts()).toEqual(once)
  })

  it('when a delivery dies between send and mark, except for an SMS, which may arrive twice', async () => {
    await fixture.tell({})
    await expect(fixture.deliverAt(START, { db: dyingAtMarks(fixture.db) })).rejects.toThrow('died')
    expect(fixture.counts()).toEqual(once)
    expect(await fixture.rows()).toMatchObject([
      { state: 'claimed' },
      { state: 'claimed' },
      { state: 'claimed' },
    ])

    await fixture.deliverAt(START + LEASE)
    await fixture.deliverAt(START + 2 * LEASE)
    expect(fixture.counts()).toEqual({ ...once, sms: 2 })
    for (const row of await fixture.rows()) expect(row).toMatchObject({ state: 'sent', attempts: 2 })
  })

  it('when the answer to an e-mail or chat message is lost, and the person is called otherwise by the retry', async () => {
    await fixture.tell({})
    fixture.mail.faults.set('*', 'lose_answer', 2)
    await fixture.deliverAt(START, { senders: { ...fixture.senders(), sms: null } })
    expect(await fixture.rows()).toMatchObject([{ state: 'failed' }, { state: 'failed' }, { state: 'dead' }])

    await fixture.client.execute("update users set display_name = 'Mara Lind'")
    await fixture.deliverAt(START + HOUR)
    expect(fixture.counts()).toEqual({ email: 1, chat: 1, sms: 0 })
    expect(await fixture.rows()).toMatchObject([{ state: 'sent' }, { state: 'sent' }, { state: 'dead' }])
  })

  it('when the clock jumps back an hour between two deliveries, or while one has claimed it', async () => {
    await fixture.tell({})
    await fixture.deliverAt(START + HOUR)
    await fixture.deliverAt(START)
    expect(fixture.counts()).toEqual(once)

    await fixture.tell({ period: 2 })
    await claimDue(fixture.db, ['email', 'chat', 'sms'], START + HOUR, 10)
    expect(await fixture.deliverAt(START)).toMatchObject({ taken: 0 })
    await fixture.deliverAt(START + HOUR + LEASE)
    await fixture.deliverAt(START)
    expect(fixture.counts()).toEqual({ email: 2, chat: 2, sms: 2 })
  })

  it('when a slow delivery ends after the next one has sent it', async () => {
    await fixture.tell({}, JIDE)
    const slow: Senders = {
      chat: null,
      sms: null,
      async email() {
        await fixture.deliverAt(START + LEASE)
        return { failed: 'too late', cause: 'message', retryAfter: null }
      },
    }
    await fixture.deliverAt(START, { senders: slow })
    expect(fixture.counts().email).toBe(1)
    expect(await fixture.rows()).toMatchObject([{ state: 'sent', attempts: 2 }])
  })
})

/** A database whose connection breaks when the results of the sends are written. */
function dyingAtMarks(db: Database): Database {
  return {
    ...db,
    batch: (statements) => {
      const isMark = statements.some(
        (one) => typeof one === 'object' && one.sql.includes("set state = 'sent'"),
      )
      return isMark ? Promise.reject(new Error('died')) : db.batch(statements)
    },
  }
}
