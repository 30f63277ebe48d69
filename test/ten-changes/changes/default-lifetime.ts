import { expect } from 'vitest'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson } from '../../support/people.ts'
import { type Change, replace } from '../change.ts'

const HOUR = 3_600_000

/** An offer is open for 96 hours, not 72. */
export const defaultLifetime: Change = {
  name: 'a default',
  begin: [replace('src/features/ad-requests/offer.ts', 'DEFAULT_LIFETIME = 72', 'DEFAULT_LIFETIME = 96')],
  tests: ['test/features/ad-requests/lifetime.test.ts', 'test/local/demo/demo.test.ts'],

  async probe(app) {
    const sponsor = await makePerson(app, 'sponsor')
    const { browser } = await makePerson(app, 'influencer')
    const path = `/campaigns/${await makeCampaign(app, sponsor)}/applications`
    const { document } = await browser.get(path)
    const options = [...document.querySelectorAll('[name=expires_in] option')]
    expect(options.map((option) => option.getAttribute('value'))).toEqual(
      expect.arrayContaining(['24', '48', '72', '96']),
    )
    expect(document.querySelector('[name=expires_in] [selected]')?.textContent).toBe('4 days')

    const due = new Date(Date.now() + 240 * HOUR).toISOString().slice(0, 10)
    const reel = { deliverable_kind: 'reel', deliverable_count: '1', deliverable_due: due }
    const page = await browser.post(path, { payment_amount: '900', ...reel })
    expect(page.status, page.text).toBe(200)
    const { rows } = await app.db.execute('select expires_at - made_at as lifetime from offers')
    expect(rows).toEqual([expect.objectContaining({ lifetime: 96 * HOUR })])
  },
}
