import { describe, expect, it } from 'vitest'
import { decide, type UnconfirmedAccount } from '../../../src/features/accounts/unconfirmed.ts'

const DAY = 86_400_000
const NOW = 100 * DAY

/** Signed up 40 days ago and never came back. */
const abandoned: UnconfirmedAccount = {
  role: 'influencer',
  status: 'active',
  createdAt: NOW - 40 * DAY,
  lastSeenAt: null,
  neededFor: null,
}

describe('an account whose address was never confirmed', () => {
  it('is removed after 30 days without a visit, to the millisecond', () => {
    const lastSeenAt = NOW - 30 * DAY
    expect(decide({ ...abandoned, lastSeenAt }, NOW)).toEqual({ kind: 'remove' })
    expect(decide({ ...abandoned, lastSeenAt }, NOW - 1)).toEqual({ kind: 'keep', checkAt: NOW })
  })

  it('is removed 30 days after signing up if nobody has ever signed in', () => {
    expect(decide({ ...abandoned, createdAt: NOW - 30 * DAY }, NOW)).toEqual({ kind: 'remove' })
    expect(decide({ ...abandoned, createdAt: NOW - DAY }, NOW)).toEqual({
      kind: 'keep',
      checkAt: NOW + 29 * DAY,
    })
  })

  it.each(['pending', 'active', 'rejected'] as const)('is removed while it is %s', (status) => {
    expect(decide({ ...abandoned, role: 'sponsor', status }, NOW).kind).toBe('remove')
  })

  it.each([
    ...(['agreement', 'open_request', 'message', 'moderation', 'open_link'] as const).map((neededFor) => ({
      neededFor,
    })),
    ...(['suspended', 'deleting', 'deleted'] as const).map((status) => ({ status })),
    { role: 'admin' } as const,
  ])('stays with %o, and is looked at again after a week', (values) => {
    expect(decide({ ...abandoned, ...values }, NOW)).toEqual({ kind: 'keep', checkAt: NOW + 7 * DAY })
  })
})
