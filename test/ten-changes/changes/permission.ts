import { expect } from 'vitest'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson } from '../../support/people.ts'
import { type Change, replace } from '../change.ts'

/** Admins may save searches too. */
export const permission: Change = {
  name: "a role's permission",
  begin: [
    replace(
      'src/features/discovery/policy.ts',
      "  return viewer?.status === 'active' && viewer.role !== 'admin'",
      "  return viewer?.status === 'active'",
    ),
  ],
  others: [
    replace('test/route-table.ts', "'GET /searches': 'sw++++0'", "'GET /searches': 'sw+++++'"),
    replace('test/route-table.ts', "'POST /searches': 'sx++++0'", "'POST /searches': 'sx+++++'"),
  ],
  tests: ['test/route-table.test.ts'],

  async probe(app) {
    await makeCampaign(app, await makePerson(app, 'sponsor'))
    const { browser } = await makePerson(app, 'admin')
    await browser.get('/campaigns?category=outdoors')
    await browser.submit('Save search', { name: 'Everything outdoors' })
    expect(browser.sees('Search saved.')).toBe(true)
    await browser.click('Saved searches')
    expect(browser.sees('Everything outdoors')).toBe(true)
  },
}
