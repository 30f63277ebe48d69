import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  choiceFilter,
  dayFilter,
  idFilter,
  numberFilter,
  tabFilter,
  textFilter,
} from '../../../src/platform/list/filter.ts'
import { defineSearch, paramsIn, type SearchOf, toQueryString } from '../../../src/platform/list/search.ts'
import { type ListState, listState, stateParams, withSearch } from '../../../src/platform/list/state.ts'

const definition = defineSearch({
  filters: {
    state: tabFilter('State', { open: 'Open', closed: 'Closed' }, 'open'),
    role: choiceFilter('Role', { sponsor: 'Sponsor', influencer: 'Influencer' }),
    joinedFrom: dayFilter('Joined from'),
    requestId: textFilter('Request'),
    minSize: numberFilter('At least'),
    campaignId: idFilter('Campaign'),
  },
  sorts: { newest: 'newest first', oldest: 'oldest first' },
})
type Search = SearchOf<typeof definition>

const schema = listState(definition)
const read = (queryString: string): ListState<Search> => schema.parse(paramsIn(queryString))
const write = (state: ListState<Search>) => toQueryString(stateParams(definition, state))

const anyState: fc.Arbitrary<ListState<Search>> = fc.record({
  search: fc.record({
    query: fc.constantFrom('', 'mara', 'a & b = c', '100% “ü”'),
    sort: fc.constantFrom('newest', 'oldest'),
    state: fc.constantFrom('open', 'closed'),
    role: fc.constantFrom(null, 'sponsor', 'influencer'),
    joinedFrom: fc.constantFrom(null, '2026-02-28'),
    requestId: fc.constantFrom(null, 'ab-12', 'x y'),
    minSize: fc.constantFrom(null, 0, 12_000),
    campaignId: fc.constantFrom(null, 1, 987_654),
  }),
  after: fc.constantFrom(null, '17', '-3_17', '4611686018427387904'),
  view: fc.record({
    columns: fc.constantFrom(null, ['name'], ['lastSeen', 'role']),
    density: fc.constantFrom(null, 'comfortable', 'compact'),
  }),
  format: fc.constantFrom(null, 'csv', 'excel'),
})

describe('the state of a list', () => {
  it('is the same after a way through the URL', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(read(write(state))).toEqual(state)
      }),
    )
  })

  it('has one canonical query string for a search, without defaults', () => {
    fc.assert(
      fc.property(anyState, ({ search }) => {
        const text = definition.toText(search)
        expect(definition.fromText(text)).toEqual(search)
        expect(definition.toText(definition.fromText(`${text}&unknown=1`))).toBe(text)
      }),
    )
    expect(definition.toText(definition.fromText(''))).toBe('')
    expect(definition.toText(definition.fromText('sort=newest&state=open&role='))).toBe('')
  })

  it('ignores what is not valid, whatever people send', () => {
    const hostile = [
      'role=admin&state=__proto__&sort=toString',
      'joined_from=2026-02-30&min_size=-1&campaign_id=1e9&after=1;drop',
      'after=99999999999999999999&columns=<script>,..%2F&density=tiny&format=exe',
      `query=%00%20%20&request_id=${'x'.repeat(200)}`,
    ]
    for (const text of hostile) expect(write(read(text)), text).toBe('')
    expect(schema.parse({ role: ['sponsor', 'influencer'], query: {} }).search).toEqual(read('').search)
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (params) => {
        schema.parse(params)
      }),
    )
  })

  it('starts at the first page for another search, and keeps the view', () => {
    const state = read('after=5&density=compact&role=sponsor')
    expect(write(withSearch(state, { sort: 'oldest' }))).toBe('role=sponsor&sort=oldest&density=compact')
  })

  it('says its filters in words', () => {
    const { role, joinedFrom, minSize, campaignId } = definition.filters
    expect([
      role?.say('sponsor'),
      joinedFrom?.say('2026-02-28'),
      minSize?.say(12_000),
      campaignId?.say(7),
    ]).toEqual(['Sponsor', 'Joined from Feb 28, 2026', 'At least 12,000', 'Campaign 7'])
  })
})
