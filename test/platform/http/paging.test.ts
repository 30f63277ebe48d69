import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterParam, cutPage } from '../../../src/platform/http/paging.ts'
import { parseId } from '../../../src/platform/http/params.ts'

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ at: 1_000 - index, id: index + 1 }))

describe('a page', () => {
  it.each([
    ['nothing', 0, null],
    ['less than a page', 2, null],
    ['exactly a page', 3, null],
    ['one more than a page', 4, '998_3'],
  ])('of %s has a cursor if there is a next page', (_, count, next) => {
    const page = cutPage(rows(count), 3, ({ at, id }) => [at, id])
    expect(page.rows).toEqual(rows(Math.min(count, 3)))
    expect(page.next).toBe(next)
  })

  it('after another shows every row once, in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 9 }), (count, size) => {
        const all = rows(count)
        const shown: unknown[] = []
        let after: readonly number[] | null = null
        do {
          const start: number = after === null ? 0 : all.findIndex(({ id }) => id === after?.[1]) + 1
          const page = cutPage(all.slice(start, start + size + 1), size, ({ at, id }) => [at, id])
          shown.push(...page.rows)
          after = afterParam(2).parse(page.next)
        } while (after)
        expect(shown).toEqual(all)
      }),
    )
  })
})

describe('a cursor', () => {
  it('has as many whole numbers as the sort key', () => {
    expect(afterParam(2).parse('1795352400000_17')).toEqual([1_795_352_400_000, 17])
    expect(afterParam(1).parse('17')).toEqual([17])
    expect(afterParam(2).parse('-5_17')).toEqual([-5, 17])
  })

  it.each([
    undefined,
    null,
    '',
    '17',
    '1_2_3',
    '1_',
    '_1',
    '1.5_2',
    'a_b',
    '1_2 ',
    '1_2\n',
    'NaN_NaN',
    'Infinity_1',
    '0x1_2',
    '1e3_2',
    '12345678901234567_1',
    ['1_2', '3_4'],
    17,
    {},
  ])('%j is not valid, so the list starts at the beginning', (after) => {
    expect(afterParam(2).parse(after)).toBeNull()
  })
})

describe('an id', () => {
  it.each([
    ['1', 1],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ])('%s is an id', (text, id) => {
    expect(parseId(text)).toBe(id)
  })

  it.each([
    undefined,
    '',
    '0',
    '-1',
    '01',
    '+1',
    '1.0',
    '1e9',
    '0x10',
    ' 1',
    '1 ',
    'abc',
    'NaN',
    '٣',
    '9007199254740993',
    '99999999999999999999',
    '1;drop table users',
  ])('%j is not an id', (text) => {
    expect(parseId(text)).toBeNull()
  })
})
