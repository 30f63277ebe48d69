import { describe, expect, it } from 'vitest'
import {
  isFreeMail,
  nameKey,
  similarSponsors,
  websiteDomain,
} from '../../../src/features/sponsors/approvals/likeness.ts'

describe('names that a poser or a typist varies', () => {
  it.each([
    ['letter case and spaces', 'NORTH WAY outdoor'],
    ['a legal form', 'Northway Outdoor, Inc.'],
    ['another legal form', 'Northway Outdoor GmbH & Co. KG'],
    ['"official"', 'The Official Northway Outdoor Store'],
    ['accents', 'Nörthwäy Oûtdoor'],
    ['digits that look like letters', 'N0rthway 0utd00r'],
    ['Cyrillic letters that look Latin', 'Nоrthwау Оutdооr'],
    ['a doubled letter', 'Northway Outtdoor'],
    ['"vv" for "w"', 'Northvvay Outdoor'],
    ['punctuation and invisible characters', 'North-way\u200b_Outdoor™'],
  ])('are similar in spite of %s', (_, name) => {
    expect(nameKey(name)).toBe(nameKey('Northway Outdoor'))
  })

  it.each(['Northwind Outdoor', 'Northway', 'Outdoor', 'Southway Outdoor', 'Northway Indoor'])(
    '%s is another name',
    (name) => expect(nameKey(name)).not.toBe(nameKey('Northway Outdoor')),
  )

  it('compares a name that has only such words by them', () => {
    expect(nameKey('The Shop')).not.toBe('')
    expect(nameKey('The Shop')).not.toBe(nameKey('Global Group'))
    expect(nameKey('株式会社 山田')).toBe(nameKey('株式会社山田'))
    expect(nameKey('★★★')).toBe('')
  })

  it('reads "rn" as "m", and "l", "1", "I" as one letter', () => {
    expect(nameKey('Modern Lamps')).toBe(nameKey('Modem Iamps'))
    expect(nameKey('Fjord1ine')).toBe(nameKey('FjordIine'))
  })
})

describe('websites', () => {
  it.each([
    ['https://www.northway.example/shop?x=1', 'northway.example'],
    ['http://NORTHWAY.example', 'northway.example'],
    ['https://shop.northway.example', 'shop.northway.example'],
    [null, null],
    ['nonsense', null],
  ])('%s has the domain %s', (website, domain) => expect(websiteDomain(website)).toBe(domain))
})

it('says nothing about two people at a free provider', () => {
  expect(isFreeMail('gmail.com')).toBe(true)
  expect(isFreeMail('northway.example')).toBe(false)
})

it('lists each similar sponsor once, the most alike first', () => {
  const one = { id: 7, name: 'Northway', status: 'active' }
  const two = { id: 5, name: 'Northway Ltd', status: 'rejected' }
  const found = [
    { ...two, likeness: 'name' },
    { ...one, likeness: 'name' },
    { ...one, likeness: 'email' },
  ] as const
  expect(similarSponsors(found)).toEqual([
    { ...one, likenesses: ['name', 'email'] },
    { ...two, likenesses: ['name'] },
  ])
})
