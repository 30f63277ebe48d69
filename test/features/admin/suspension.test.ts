import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Account,
  canSuspend,
  endOfSuspension,
  endSuspension,
  isSuspensionOver,
  suspend,
} from '../../../src/features/accounts/suspension/suspension.ts'
import { DAY, dayAt, HOUR } from '../../../src/shared/time.ts'

const NOW = Date.parse('2026-11-27T12:00:00Z')
const roles = fc.constantFrom<Account['role']>('sponsor', 'influencer', 'admin')
const statuses = fc.constantFrom<Account['status']>('pending', 'active', 'rejected', 'suspended')

function suspended(role: Account['role'], values: Partial<Account> = {}): Account {
  return { role, status: 'suspended', suspendedFrom: 'active', suspendedUntil: null, ...values }
}

describe('suspension', () => {
  it('is refused for admins and for suspended accounts', () => {
    fc.assert(
      fc.property(roles, statuses, (role, status) => {
        const allowed = role !== 'admin' && status !== 'suspended'
        expect(canSuspend({ role, status })).toBe(allowed)
        expect(suspend({ role, status }).ok).toBe(allowed)
      }),
    )
    expect(suspend({ role: 'admin', status: 'active' })).toEqual({ ok: false, refusal: 'admin' })
    expect(suspend({ role: 'sponsor', status: 'suspended' })).toEqual({
      ok: false,
      refusal: 'already_suspended',
    })
  })

  it('gives back the status before it, and never approves a sponsor', () => {
    for (const suspendedFrom of ['active', 'pending', 'rejected'] as const) {
      expect(endSuspension(suspended('sponsor', { suspendedFrom }))).toEqual({
        ok: true,
        value: suspendedFrom,
      })
    }
    expect(endSuspension(suspended('sponsor', { suspendedFrom: null }))).toEqual({
      ok: true,
      value: 'pending',
    })
    expect(endSuspension(suspended('influencer', { suspendedFrom: null }))).toEqual({
      ok: true,
      value: 'active',
    })
  })

  it('cannot be ended if there is none', () => {
    const active = suspended('sponsor', { status: 'active', suspendedFrom: null })
    expect(endSuspension(active)).toEqual({ ok: false, refusal: 'not_suspended' })
  })

  it('is over from its end on, and never without one', () => {
    fc.assert(
      fc.property(fc.integer({ min: -DAY, max: DAY }), (away) => {
        expect(isSuspensionOver(suspended('sponsor', { suspendedUntil: NOW }), NOW + away)).toBe(away >= 0)
        expect(isSuspensionOver(suspended('sponsor'), NOW + away)).toBe(false)
      }),
    )
  })
})

describe('the end of a suspension', () => {
  it('is a number of days from now, or none', () => {
    const end = (length: 'day' | 'week' | 'month' | 'none') => endOfSuspension(length, undefined, NOW, 'UTC')
    expect(end('day')).toEqual({ ok: true, value: NOW + DAY })
    expect(end('week')).toEqual({ ok: true, value: NOW + 7 * DAY })
    expect(end('month')).toEqual({ ok: true, value: NOW + 30 * DAY })
    expect(end('none')).toEqual({ ok: true, value: null })
  })

  it('is the end of a day in the time zone of the admin', () => {
    const lastDay = (day: string, zone: string) => endOfSuspension('date', day, NOW, zone)
    expect(lastDay('2026-11-27', 'UTC')).toEqual({ ok: true, value: NOW + 12 * HOUR })
    // In Auckland it is already the 28th, so the 27th is over.
    expect(lastDay('2026-11-27', 'Pacific/Auckland')).toEqual({ ok: false, refusal: 'past_day' })
    expect(lastDay('2026-11-26', 'UTC')).toEqual({ ok: false, refusal: 'past_day' })
    expect(endOfSuspension('date', undefined, NOW, 'UTC')).toEqual({ ok: false, refusal: 'no_day' })
  })

  it('is always in the future, and the last moment before it is on that day', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Asia/Kolkata',
      'America/New_York',
      'Pacific/Apia',
      'Pacific/Chatham',
    )
    fc.assert(
      fc.property(fc.integer({ min: -3, max: 400 }), zones, (days, zone) => {
        const day = dayAt(NOW + days * DAY, zone)
        const end = endOfSuspension('date', day, NOW, zone)
        expect(end.ok).toBe(days >= 0)
        if (end.ok && end.value !== null) {
          expect(end.value).toBeGreaterThan(NOW)
          expect(dayAt(end.value - 1, zone)).toBe(day)
        }
      }),
    )
  })
})
