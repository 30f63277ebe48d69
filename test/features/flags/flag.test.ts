import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consequencesOf } from '../../../src/features/flags/consequences.ts'
import { appeal, decide, reasonForOwner } from '../../../src/features/flags/flag.ts'
import { flagReasonKeys, flagReasons } from '../../../src/features/flags/reasons.ts'
import { flagStates } from '../../../src/features/flags/schema.ts'
import { moderatedSubjects } from '../../../src/features/flags/subject.ts'
import type { UserId } from '../../../src/shared/ids.ts'

const OWNER = 1 as UserId
const OTHER = 2 as UserId

const states = fc.constantFrom(...flagStates)

describe('an appeal', () => {
  it('is possible once, by the owner, while the flag stands', () => {
    fc.assert(
      fc.property(states, fc.boolean(), fc.boolean(), (state, isOwner, hasAppealed) => {
        const flag = { state, ownerId: OWNER, appealedAt: hasAppealed ? 1 : null }
        const result = appeal(flag, isOwner ? OWNER : OTHER)
        expect(result.ok).toBe(isOwner && state !== 'lifted' && !hasAppealed)
      }),
    )
  })

  it('says why it is refused', () => {
    const flag = { state: 'open', ownerId: OWNER, appealedAt: null } as const
    expect(appeal(flag, OTHER)).toEqual({ ok: false, refusal: 'not_owner' })
    expect(appeal({ ...flag, state: 'lifted' }, OWNER)).toEqual({ ok: false, refusal: 'lifted' })
    expect(appeal({ ...flag, appealedAt: 1 }, OWNER)).toEqual({ ok: false, refusal: 'already_appealed' })
  })
})

describe('a decision', () => {
  it('can lift every flag that stands, and keep one only as the answer to an appeal', () => {
    for (const state of flagStates) {
      expect(decide({ state }, 'lifted').ok).toBe(state !== 'lifted')
      expect(decide({ state }, 'kept').ok).toBe(state === 'appealed')
    }
  })
})

describe('what the owner reads', () => {
  it('is the reason, with the note if there is one', () => {
    expect(reasonForOwner({ reason: 'spam', note: '' })).toBe('Spam')
    expect(reasonForOwner({ reason: 'spam', note: 'Sent 40 times.' })).toBe('Spam. Sent 40 times.')
    for (const reason of flagReasonKeys) {
      expect(reasonForOwner({ reason, note: 'x' })).toContain(flagReasons[reason])
    }
  })

  it('has what each flag means now', () => {
    for (const subject of moderatedSubjects) {
      for (const isSponsor of [true, false]) {
        expect(consequencesOf(subject, isSponsor).join(' ')).toMatch(/\w{3,}.*\./)
      }
    }
    expect(consequencesOf('user', true)).not.toEqual(consequencesOf('user', false))
  })
})
