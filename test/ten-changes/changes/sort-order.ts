import { expect } from 'vitest'
import { makePerson } from '../../support/people.ts'
import { addAfter, type Change, replace } from '../change.ts'

const discovery = 'src/features/discovery'

/** Influencers by the number of ratings. */
export const sortOrder: Change = {
  name: 'a sort order',
  begin: [addAfter(`${discovery}/influencers/filters.ts`, "  'rating',", "  'ratings',")],
  others: [
    replace(
      `${discovery}/index/definition.ts`,
      '    price: ascending(',
      `    ratings: descending(sql\`\${influencers.ratingCount}\`),
    price: ascending(`,
    ),
    addAfter(
      `${discovery}/influencers/search-form.tsx`,
      "  rating: 'Rating',",
      "  ratings: 'Number of ratings',",
    ),
    addAfter(
      `${discovery}/influencers/results.tsx`,
      "  rating: 'highest rated first',",
      "  ratings: 'most ratings first',",
    ),
    replace(
      'test/features/discovery/influencer-fixture.ts',
      '    price: ({ lowestPrice }) =>',
      '    ratings: ({ ratingCount }) => [-ratingCount],\n    price: ({ lowestPrice }) =>',
    ),
  ],
  tests: ['test/features/discovery/influencers/search.test.ts', 'test/query-plans.test.ts'],

  async probe(app) {
    for (const [name, ratings] of Object.entries({ Few: 2, Many: 40, Some: 11 })) {
      const { id } = await makePerson(app, 'influencer', { display_name: name })
      await app.db.execute(
        `update influencers set rating = 4, rating_count = ${ratings} where user_id = ${id}`,
      )
    }
    const visitor = app.visitor()
    await visitor.get('/influencers')
    await visitor.submit('Search', { sort: 'ratings' })
    expect(visitor.page.text).toMatch(/most ratings first.*Many.*Some.*Few/)
    expect(visitor.page.document.querySelector('[name=sort] [selected]')?.textContent).toBe(
      'Number of ratings',
    )
  },
}
