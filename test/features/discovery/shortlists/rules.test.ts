import { expect, test } from 'vitest'
import { nameForm, shortlistForm } from '../../../../src/features/discovery/shortlists/forms.ts'
import { fullMessage, isTaken } from '../../../../src/features/discovery/shortlists/shortlist.ts'
import type { ShortlistId } from '../../../../src/shared/ids.ts'

const lists = [
  { id: 1 as ShortlistId, name: 'Hikers' },
  { id: 2 as ShortlistId, name: 'Öl & Brot' },
]

test('names are compared ignoring case and Unicode form, except with the shortlist itself', () => {
  expect(isTaken('HIKERS', lists)).toBe(true)
  expect(isTaken('o\u0308L & brot', lists)).toBe(true)
  expect(isTaken('Hiker', lists)).toBe(false)
  expect(isTaken('hikers', lists, lists[0]?.id)).toBe(false)
  expect(isTaken('hikers', lists, lists[1]?.id)).toBe(true)
})

test('the message says how many still fit', () => {
  expect(fullMessage({ name: 'Hikers', members: 195 })).toContain('only has room for 5 more')
  expect(fullMessage({ name: 'Hikers', members: 200 })).toContain('is full')
})

test('a form takes each id once and leaves out invalid ones', () => {
  const read = (influencerId: unknown) => shortlistForm.parse({ name: ' A   b ', influencerId })
  expect(read(['7', '7', '8', 'x', '-1', '0', '1.5', '9007199254740993'])).toEqual({
    name: 'A b',
    influencerId: [7, 8],
  })
  expect(read(undefined).influencerId).toEqual([])
  expect(nameForm.parse({ name: 'A', version: 'x' }).version).toBe(0)
})
