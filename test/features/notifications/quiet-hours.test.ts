import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { quietUntil } from '../../../src/features/notifications/delivery/quiet-hours.ts'
import { HOUR, MINUTE } from '../../../src/shared/time.ts'
import { type Fixture, startFixture } from './delivery/setup.ts'

const at = (iso: string) => Date.parse(iso)
const night = { from: 22 * 60, to: 8 * 60 }

describe('the end of quiet hours', () => {
  it.each([
    ['before them', 'Europe/Stockholm', '2026-11-23T20:59:59Z', null],
    ['at their beginning', 'Europe/Stockholm', '2026-11-23T21:00:00Z', '2026-11-24T07:00:00Z'],
    ['after midnight', 'Europe/Stockholm', '2026-11-24T02:10:00Z', '2026-11-24T07:00:00Z'],
    ['at their end', 'Europe/Stockholm', '2026-11-24T07:00:00Z', null],
    [
      'in the night when clocks go forward',
      'Europe/Stockholm',
      '2026-03-28T22:00:00Z',
      '2026-03-29T06:00:00Z',
    ],
    ['in the night when clocks go back', 'Europe/Stockholm', '2026-10-24T21:00:00Z', '2026-10-25T07:00:00Z'],
    ['in a zone with a quarter of an hour', 'Asia/Kathmandu', '2026-11-23T18:00:00Z', '2026-11-24T02:15:00Z'],
    [
      'in a zone with half an hour of summer time',
      'Australia/Lord_Howe',
      '2026-10-03T14:00:00Z',
      '2026-10-03T21:00:00Z',
    ],
  ])('%s (%s)', (_, timeZone, now, end) => {
    expect(quietUntil(night, timeZone, at(now))).toBe(end === null ? null : at(end))
  })

  it('that clocks skip is the first moment after the gap', () => {
    // 2:00 to 3:00 does not exist in Stockholm that night.
    const quiet = { from: 60, to: 150 }
    expect(quietUntil(quiet, 'Europe/Stockholm', at('2026-03-29T00:30:00Z'))).toBe(at('2026-03-29T01:00:00Z'))
  })

  it('comes within a day, is never quiet itself, and is the first such quarter of an hour', () => {
    const minute = fc.integer({ min: 0, max: 95 }).map((step) => step * 15)
    const zone = fc.constantFrom(
      'Europe/Stockholm',
      'America/New_York',
      'Asia/Kathmandu',
      'Pacific/Chatham',
      'UTC',
    )
    const moment = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-01-01T00:00:00Z') })
    fc.assert(
      fc.property(minute, minute, zone, moment, (from, to, timeZone, now) => {
        const end = quietUntil({ from, to }, timeZone, now)
        if (end === null) return
        expect(end - now).toBeGreaterThan(0)
        expect(end - now).toBeLessThanOrEqual(25 * HOUR)
        expect(quietUntil({ from, to }, timeZone, end)).toBeNull()
        expect(quietUntil({ from, to }, timeZone, Math.max(end - 15 * MINUTE, now))).toBe(end)
      }),
    )
  })
})

describe('an SMS in quiet hours', () => {
  let fixture: Fixture
  beforeAll(async () => {
    fixture = await startFixture()
  })
  beforeEach(() => fixture.reset())
  afterAll(() => fixture.close())

  it('waits until they end, while e-mail and chat go out', async () => {
    await fixture.client.batch([
      'update delivery_settings set quiet_from = 1320, quiet_to = 480',
      "update users set time_zone = 'Europe/Stockholm'",
    ])
    const evening = at('2026-11-23T21:30:00Z')
    await fixture.tell({ at: evening })
    await fixture.deliverAt(evening)
    expect(fixture.counts()).toEqual({ email: 1, chat: 1, sms: 0 })
    expect((await fixture.rows())[2]).toMatchObject({
      state: 'pending',
      attempts: 0,
      due_at: at('2026-11-24T07:00:00Z'),
      last_error: null,
    })
    await fixture.deliverAt(at('2026-11-24T06:59:00Z'))
    expect(fixture.counts().sms).toBe(0)
    await fixture.deliverAt(at('2026-11-24T07:00:00Z'))
    expect(fixture.counts().sms).toBe(1)
  })
})
