import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activeCampaignFilters } from '../../../../src/features/discovery/campaigns/active-filters.ts'
import {
  type CampaignSearch,
  campaignSorts,
  EVERY_CAMPAIGN,
} from '../../../../src/features/discovery/campaigns/filters.ts'
import { campaignSearchHref, parseCampaignQuery } from '../../../../src/features/discovery/campaigns/forms.ts'
import { CampaignSearchForm } from '../../../../src/features/discovery/campaigns/search-form.tsx'
import { campaignIndex } from '../../../../src/features/discovery/index/definition.ts'
import { snakeCase } from '../../../../src/shared/case.ts'
import { cents, MAX_CENTS } from '../../../../src/shared/money.ts'
import { categoryKeys, nichesOf, platformKeys } from '../../../../src/shared/taxonomy.ts'
import { missingPlaces } from '../filter-places.ts'

function parse(href: string) {
  return parseCampaignQuery(Object.fromEntries(new URL(href, 'http://parley.test').searchParams))
}

describe('the URL of a search', () => {
  it('is parsed as the same search again', () => {
    fc.assert(
      fc.property(searches, (search) => {
        const { search: read, form } = parse(campaignSearchHref(search))
        expect(form.errors).toEqual({})
        expect(read).toEqual(search)
      }),
    )
  })

  it('leaves out defaults', () => {
    expect(campaignSearchHref(EVERY_CAMPAIGN)).toBe('/campaigns')
    expect(campaignSearchHref({ ...EVERY_CAMPAIGN, query: 'boots', sort: 'relevance' })).toBe(
      '/campaigns?query=boots',
    )
    expect(campaignSearchHref({ ...EVERY_CAMPAIGN, query: 'boots', budgetTo: cents(125_050) })).toBe(
      '/campaigns?query=boots&budget_to=1250.5&sort=newest',
    )
  })

  it('ignores unknown choices and parameters', () => {
    const url =
      '/campaigns?category=constructor&niche=toString&platform=x&platform=blog&sort=price&after=1_2_3&budget=1'
    expect(parse(url)).toMatchObject({
      search: { ...EVERY_CAMPAIGN, platform: 'blog' },
      after: null,
      form: { errors: {} },
    })
  })

  it('keeps a niche with its category, and explains if they do not fit', () => {
    expect(parse('/campaigns?niche=hiking').search).toMatchObject({ category: 'outdoors', niche: 'hiking' })
    const wrong = parse('/campaigns?niche=hiking&category=food&platform=x')
    expect(wrong.form.errors).toEqual({ niche: 'Hiking is in Outdoors, not in Food and drink' })
    expect(wrong.search).toEqual({ ...EVERY_CAMPAIGN, category: 'food', platform: 'x' })
  })

  it('accepts only a cursor of its sort order', () => {
    expect(parse('/campaigns?after=1_5').after).toBeNull()
    expect(parse('/campaigns?after=0_5').after).toEqual({ part: 0, sortKey: '5' })
    expect(parse('/campaigns?query=boots&after=1_5').after).toEqual({ part: 1, sortKey: '5' })
  })
})

describe('a field with an error is explained and ignored, and the other filters apply', () => {
  it.each([
    ['budget_from=much', 'budgetFrom', 'Enter an amount like 1250.00'],
    ['budget_from=-1', 'budgetFrom', 'Enter at least $0.00'],
    ['budget_to=12345678901234', 'budgetTo', 'Enter at most $1,000,000,000.00'],
    ['budget_from=2,000.50&budget_to=1000', 'budgetTo', 'Enter at least $2,000.50, or lower “Budget from”'],
    ['from=tomorrow', 'from', 'Enter a real date, like 2026-11-30'],
    ['from=2026-02-30', 'from', 'Enter a real date, like 2026-11-30'],
    ['until=1999-12-31', 'until', 'Choose a date between 2000 and 2099'],
    ['from=2026-12-02&until=2026-12-01', 'until', 'Choose the same day as “Runs from” or a later one'],
  ])('%s', (query, field, message) => {
    const { search, form } = parse(`/campaigns?query=boots&category=food&${query}`)
    expect(form.errors).toEqual({ [field]: message })
    expect(form.values[field]?.[0]).toBe(new URLSearchParams(query).get(snakeCase(field)))
    expect(search).toMatchObject({ query: 'boots', category: 'food' })
    expect(field.startsWith('budget') ? [search.budgetTo] : [search.until]).toEqual([null])
  })

  it('several fields', () => {
    const { form, search } = parse('/campaigns?budget_from=x&budget_to=y&from=z&until=2026-12-01')
    expect(Object.keys(form.errors).sort()).toEqual(['budgetFrom', 'budgetTo', 'from'])
    expect(search).toEqual({ ...EVERY_CAMPAIGN, until: '2026-12-01' })
  })
})

it('every filter can be set, is applied, and is shown', () => {
  const folder = 'src/features/discovery/campaigns'
  const missing = missingPlaces({
    everything: EVERY_CAMPAIGN,
    searches,
    index: campaignIndex,
    form: {
      file: `${folder}/search-form.tsx`,
      render: (form) => CampaignSearchForm({ form, region: 'campaigns' }),
    },
    active: { file: `${folder}/active-filters.ts`, of: (search) => activeCampaignFilters(search, 'USD') },
  })
  expect(missing).toEqual([])
})

describe('the active filters', () => {
  it('have labels, and each links to the search without it', () => {
    const { search } = parse(
      '/campaigns?query=boots&niche=hiking&platform=x&budget_from=100&budget_to=2000&from=2026-12-01&until=2026-12-31',
    )
    const filters = activeCampaignFilters(search, 'USD')
    expect(filters.map(({ label }) => label)).toEqual([
      '“boots”',
      'Outdoors',
      'Hiking',
      'X',
      'budget of at least $100',
      'budget up to $2,000',
      'runs on Dec 1, 2026 or later',
      'starts by Dec 31, 2026',
    ])
    expect(filters[0]?.withoutHref).not.toMatch(/query|sort/)
    expect(filters[1]?.withoutHref).not.toMatch(/category|niche/)
    expect(filters[2]?.withoutHref).toContain('category=outdoors')
  })

  it('link to the same search that they return; without filters there are none', () => {
    fc.assert(
      fc.property(searches, (search) => {
        for (const { without, withoutHref } of activeCampaignFilters(search, 'USD')) {
          expect(parse(withoutHref).search).toEqual(without)
        }
      }),
    )
    expect(activeCampaignFilters(EVERY_CAMPAIGN, 'USD')).toEqual([])
  })
})

const topics = fc.constantFrom(
  { category: null, niche: null },
  ...categoryKeys.flatMap((category) =>
    [null, ...Object.keys(nichesOf(category))].map((niche) => ({ category, niche })),
  ),
)
const amount = fc.option(fc.integer({ min: 1, max: MAX_CENTS }).map(cents))
const day = fc.option(
  fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
)

const searches: fc.Arbitrary<CampaignSearch> = fc
  .record({
    query: fc.constantFrom('', 'boots', 'a & b = c', '“100 %”', 'مرحبا 👟'),
    topic: topics,
    platform: fc.option(fc.constantFrom(...platformKeys)),
    budgets: fc.tuple(amount, amount),
    days: fc.tuple(day, day),
    sort: fc.constantFrom(...campaignSorts),
  })
  .map(({ query, topic, platform, budgets, days, sort }): CampaignSearch => {
    const [budgetFrom, budgetTo] = inOrder(...budgets)
    const [from, until] = inOrder(...days)
    const order = sort === 'relevance' && query === '' ? 'newest' : sort
    return { query, ...topic, platform, budgetFrom, budgetTo, from, until, sort: order }
  })

function inOrder<Value extends string | number>(one: Value | null, other: Value | null) {
  return one !== null && other !== null && one > other ? ([other, one] as const) : ([one, other] as const)
}
