import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Account,
  canSuspend,
  endSuspension,
  suspend,
} from '../../../src/features/admin/users/suspension.ts'

const roles = fc.constantFrom<Account['role']>('sponsor', 'influencer', 'admin')
const statuses = fc.constantFrom<Account['status']>('pending', 'active', 'rejected', 'suspended')

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

  it.each([
    ['active', { status: 'active', reason: null }],
    ['pending', { status: 'pending', reason: null }],
    ['rejected', { status: 'rejected', reason: 'No website.' }],
    [null, { status: 'pending', reason: null }],
  ])('restores the status of a sponsor: %s', (status, value) => {
    const before = { status, rejectionReason: 'No website.' }
    expect(endSuspension({ role: 'sponsor', status: 'suspended' }, before)).toEqual({ ok: true, value })
  })

  it('makes an influencer active again, no matter what the activity says', () => {
    for (const status of ['active', 'pending', null]) {
      const ended = endSuspension(
        { role: 'influencer', status: 'suspended' },
        { status, rejectionReason: null },
      )
      expect(ended).toEqual({ ok: true, value: { status: 'active', reason: null } })
    }
  })

  it('cannot be ended if there is none', () => {
    const ended = endSuspension(
      { role: 'sponsor', status: 'active' },
      { status: 'active', rejectionReason: null },
    )
    expect(ended).toEqual({ ok: false, refusal: 'not_suspended' })
  })
})
