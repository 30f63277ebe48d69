import { expect, it } from 'vitest'
import {
  BLOCK,
  blockedUntil,
  isUnreliable,
} from '../../../../src/features/abuse-reports/weight/reporter-record.ts'

const NOW = Date.UTC(2026, 10, 27)
const none = { open: 0, upheld: 0, dismissed: 0, abusive: 0, lastAbusiveAt: null }

it('blocks nobody for a few mistakes', () => {
  expect(blockedUntil(none, NOW)).toBeNull()
  expect(blockedUntil({ ...none, dismissed: 20 }, NOW)).toBeNull()
  expect(blockedUntil({ ...none, abusive: 2, lastAbusiveAt: NOW }, NOW)).toBeNull()
})

it('blocks somebody for a while if most of their reports were made in bad faith', () => {
  const bad = { ...none, upheld: 1, dismissed: 1, abusive: 3, lastAbusiveAt: NOW }
  expect(blockedUntil(bad, NOW)).toBe(NOW + BLOCK)
  expect(blockedUntil(bad, NOW + BLOCK - 1)).toBe(NOW + BLOCK)
  expect(blockedUntil(bad, NOW + BLOCK)).toBeNull()
  expect(isUnreliable(bad)).toBe(true)
})

it('does not block somebody who was right at least as often', () => {
  const mixed = { ...none, upheld: 4, abusive: 4, lastAbusiveAt: NOW }
  expect(blockedUntil(mixed, NOW)).toBeNull()
  expect(isUnreliable(mixed)).toBe(false)
})
