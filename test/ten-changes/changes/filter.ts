import { expect } from 'vitest'
import { makePerson } from '../../support/people.ts'
import { addAfter, type Change, replace } from '../change.ts'

const discovery = 'src/features/discovery'
const influencers = `${discovery}/influencers`

/** Influencers with at least so many ratings. */
export const filter: Change = {
  name: 'a filter',
  begin: [
    addAfter(
      `${influencers}/filters.ts`,
      '  readonly ratingFrom: number | null',
      '  readonly ratingsFrom: number | null',
    ),
    addAfter(`${influencers}/filters.ts`, '  ratingFrom: null,', '  ratingsFrom: null,'),
  ],
  others: [
    addAfter(
      `${discovery}/index/definition.ts`,
      "    rating: { kind: 'number', value: rounded(influencers.rating, 10), scale: 10, from: 'ratingFrom' },",
      "    ratings: { kind: 'number', value: influencers.ratingCount, from: 'ratingsFrom' },",
    ),
    addAfter(
      `${influencers}/forms.ts`,
      '  ratingFrom: optionalChoice(ratingSteps),',
      '  ratingsFrom: number,',
    ),
    addAfter(
      `${influencers}/forms.ts`,
      '    ratingFrom: ratingFrom && Number(ratingFrom),',
      '    ratingsFrom: typed.ratingsFrom || null,',
    ),
    addAfter(
      `${influencers}/forms.ts`,
      '    ratingFrom: search.ratingFrom,',
      '    ratingsFrom: search.ratingsFrom,',
    ),
    addAfter(`${influencers}/filter-fields.tsx`, "  'ratingFrom',", "  'ratingsFrom',"),
    addAfter(
      `${influencers}/filter-fields.tsx`,
      `    <CountField {...fieldProps(form, 'reachFrom')} label="Reach from" />`,
      `    <CountField {...fieldProps(form, 'ratingsFrom')} label="Ratings from" />`,
    ),
    replace(
      `${influencers}/active-filters.ts`,
      '    ratingFrom && removable(',
      `    search.ratingsFrom &&
      removable(\`ratings from \${formatCount(search.ratingsFrom)}\`, search, { ratingsFrom: null }),
    ratingFrom && removable(`,
    ),
    addAfter(
      'test/features/discovery/influencers/forms.test.ts',
      '    reachFrom: count,',
      '    ratingsFrom: count,',
    ),
  ],
  tests: ['test/features/discovery/influencers/forms.test.ts'],

  async probe(app) {
    for (const [name, ratings] of Object.entries({ Few: 2, Many: 40 })) {
      const { id } = await makePerson(app, 'influencer', { display_name: name })
      await app.db.execute(
        `update influencers set rating = 4, rating_count = ${ratings} where user_id = ${id}`,
      )
    }
    const visitor = app.visitor()
    await visitor.get('/influencers')
    await visitor.submit('Search', { ratings_from: '11' })
    expect(visitor.page.text).toContain('1 influencer,')
    expect(visitor.sees('Many')).toBe(true)

    await visitor.click('ratings from 11')
    expect(visitor.page.url).toBe('/influencers')
    expect(visitor.page.text).toContain('2 influencers,')
  },
}
