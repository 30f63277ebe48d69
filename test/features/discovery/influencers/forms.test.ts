import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { influencerIndex } from '../../../../src/features/discovery/index/definition.ts'
import { activeFilters } from '../../../../src/features/discovery/influencers/active-filters.ts'
import {
  EVERYBODY,
  type InfluencerSearch,
  influencerSorts,
} from '../../../../src/features/discovery/influencers/filters.ts'
import {
  parseInfluencerQuery,
  ratingSteps,
  searchHref,
} from '../../../../src/features/discovery/influencers/forms.ts'
import { InfluencerSearchForm } from '../../../../src/features/discovery/influencers/search-form.tsx'
import { snakeCase } from '../../../../src/shared/case.ts'
import { cents } from '../../../../src/shared/money.ts'
import { countryCodes, languageCodes } from '../../../../src/shared/places.ts'
import { categories, categoryKeys, platformKeys } from '../../../../src/shared/taxonomy.ts'
import { missingPlaces } from '../filter-places.ts'

/** Parses a query string like the handler. */
function read(url: string) {
  return parseInfluencerQuery(Object.fromEntries(new URL(url, 'https://parley.test').searchParams))
}

const count = fc.option(fc.integer({ min: 1, max: 100_000_000_000 }))
const topics = fc.option(fc.constantFrom(...categoryKeys)).chain((category) =>
  fc.record({
    category: fc.constant(category),
    niche: category
      ? fc.option(fc.constantFrom(...Object.keys(categories[category].niches)))
      : fc.constant(null),
  }),
)
const searches = fc
  .record({
    query: fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .map((text) => read(`?query=${encodeURIComponent(text)}`).search.query),
    topic: topics,
    platform: fc.option(fc.constantFrom(...platformKeys)),
    country: fc.option(fc.constantFrom(...countryCodes)),
    language: fc.option(fc.constantFrom(...languageCodes)),
    followers: fc.tuple(count, fc.option(fc.nat())),
    reachFrom: count,
    engagementFrom: fc.option(fc.integer({ min: 1, max: 1_000_000 }).map((steps) => Number(`${steps}e-6`))),
    priceTo: fc.option(fc.nat().map(cents)),
    ratingFrom: fc.option(fc.constantFrom(...ratingSteps.map(Number))),
    sort: fc.constantFrom(...influencerSorts),
  })
  .map(({ topic, followers: [from, more], sort, ...rest }): InfluencerSearch => {
    const order = sort === 'relevance' && rest.query === '' ? 'reach' : sort
    const followersTo = more === null ? null : Math.min((from ?? 0) + more, 100_000_000_000)
    return { ...rest, ...topic, followersFrom: from, followersTo, sort: order }
  })

describe('the URL of a search', () => {
  it('is parsed as the same search again, and is always the same', () => {
    fc.assert(
      fc.property(searches, (search) => {
        const { search: again, form, after } = read(searchHref(search))
        expect(again).toEqual(search)
        expect(form.errors).toEqual({})
        expect(after).toBeNull()
        expect(searchHref(again)).toBe(searchHref(search))
      }),
    )
  })

  it('leaves out defaults', () => {
    expect(searchHref(EVERYBODY)).toBe('/influencers')
    expect(searchHref(read('?sort=reach&category=&followers_from=0&query=%20').search)).toBe('/influencers')
    expect(searchHref(read('?sort=relevance&query=a').search)).toBe('/influencers?query=a')
    expect(searchHref(read('?sort=relevance').search)).toBe('/influencers')
    expect(searchHref(read('?platform=x&sort=reach&query=a&utm_source=y').search)).toBe(
      '/influencers?query=a&platform=x&sort=reach',
    )
  })

  it('has the cursor of a page', () => {
    expect(searchHref({ ...EVERYBODY, category: 'food' }, '0_42')).toBe(
      '/influencers?category=food&after=0_42',
    )
    expect(read('?after=0_42').after).toEqual({ part: 0, sortKey: '42' })
    expect(read('?query=a&after=1_42').after).toEqual({ part: 1, sortKey: '42' })
  })
})

it('every filter can be set, is applied, and is shown', () => {
  const folder = 'src/features/discovery/influencers'
  const missing = missingPlaces({
    everything: EVERYBODY,
    searches,
    index: influencerIndex,
    form: {
      file: `${folder}/filter-fields.tsx`,
      render: (form) => InfluencerSearchForm({ form, region: 'people' }),
    },
    active: { file: `${folder}/active-filters.ts`, of: (search) => activeFilters(search, 'USD') },
  })
  expect(missing).toEqual([])
})

describe('unknown choices and parameters are ignored', () => {
  it.each([
    '?category=nope',
    '?category=toString&niche=__proto__',
    '?platform=myspace&country=ZZ&language=xx',
    '?rating_from=9&sort=random',
    '?niche=nope',
    '?after=1_42',
    '?after=0_0',
    '?after=0_99999999999999999999',
    '?after=0_9223372036854775808',
    '?after=-1_3&sort=price',
    '?query=%00%01',
    '?__proto__=1&constructor=2',
  ])('%s', (url) => {
    const { search, form, after } = read(url)
    expect({ ...search, sort: 'reach' }).toEqual(EVERYBODY)
    expect(form.errors).toEqual({})
    expect(after).toBeNull()
  })
})

describe('a field with an error is explained and kept, and the other filters apply', () => {
  it.each([
    ['followersFrom', 'many', /whole number/],
    ['followersTo', '1e9', /whole number/],
    ['followersTo', '-1', /whole number/],
    ['reachFrom', '9'.repeat(16), /whole number/],
    ['engagementFrom', '101', /0 to 100/],
    ['engagementFrom', 'high', /0 to 100/],
    ['followersFrom', '12,5', /commas/],
    ['followersTo', '1.234', /dot/],
    ['priceTo', '12.345', /two digits/],
    ['priceTo', '€5', /in USD/],
    ['priceTo', '99999999999', /amount like|at most/],
  ])('%s=%s', (field, typed, why) => {
    const { search, form } = read(`?query=trail&${snakeCase(field)}=${typed}&country=SE`)
    expect(search).toEqual({ ...EVERYBODY, query: 'trail', country: 'SE', sort: 'relevance' })
    expect(form.errors[field]).toMatch(why)
    expect(form.values[field]).toEqual([typed])
  })

  it('several fields', () => {
    const { search, form } = read('?followers_from=x&price_to=y&category=food&niche=hiking')
    expect(search).toEqual({ ...EVERYBODY, category: 'food' })
    expect(Object.keys(form.errors).sort()).toEqual(['followersFrom', 'niche', 'priceTo'])
  })

  it('a maximum below the minimum', () => {
    const { search, form } = read('?followers_from=5,000&followers_to=100')
    expect(search).toEqual({ ...EVERYBODY, followersFrom: 5_000 })
    expect(form.errors.followersTo).toMatch('5,000')
  })
})

describe('a niche', () => {
  it('implies its category', () => {
    expect(read('?niche=hiking').search).toEqual({ ...EVERYBODY, category: 'outdoors', niche: 'hiking' })
  })

  it('of another category is ignored, and the error names its category', () => {
    const { search, form } = read('?niche=hiking&category=food')
    expect(search).toEqual({ ...EVERYBODY, category: 'food' })
    expect(form.errors.niche).toBe('Hiking is in Outdoors, not in Food and drink')
  })
})

it.each([
  ['4.1', 0.041],
  ['1,1', 0.011],
  ['2 %', 0.02],
  ['0.0001', 0.000001],
  ['100', 1],
])('%s percent is a share of %d', (typed, share) => {
  expect(read(`?engagement_from=${encodeURIComponent(typed)}`).search.engagementFrom).toBe(share)
})

it('a query is one line of at most 100 characters', () => {
  const long = `  trail\t\n${'👟'.repeat(200)}`
  expect(read(`?query=${encodeURIComponent(long)}`).search.query).toBe(`trail ${'👟'.repeat(94)}`)
})
