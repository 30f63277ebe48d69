import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { bestOf, pricePerThousand, sumsBy } from '../../../../src/features/discovery/comparison/comparison.ts'
import { cents } from '../../../../src/shared/money.ts'
import { type App, startApp } from '../../../support/app.ts'
import { makePerson, type Person } from '../../../support/people.ts'
import { countRoundTrips, withoutMail } from '../../../support/round-trips.ts'
import type { Visitor } from '../../../support/visitor.ts'
import { flag, makeInfluencer, suspend } from '../shortlists/fixtures.ts'

describe('the best value of a row', () => {
  const values = fc.array(fc.option(fc.nat(5)), { minLength: 2, maxLength: 4 })

  it('is at least as good as all others, and better than one', () => {
    fc.assert(
      fc.property(values, fc.constantFrom('most', 'least'), (row, wanted) => {
        const known = row.filter((value) => value !== null)
        const winner = wanted === 'most' ? Math.max(...known) : Math.min(...known)
        const isDecided = new Set(known).size > 1
        expect(bestOf(row, wanted)).toEqual(row.map((value) => isDecided && value === winner))
      }),
    )
  })

  it('is not marked if there is nothing to compare', () => {
    expect(bestOf([null, null], 'most')).toEqual([false, false])
    expect(bestOf([3, null], 'most')).toEqual([false, false])
    expect(bestOf([3, 3], 'least')).toEqual([false, false])
    expect(bestOf([3, 3, 2], 'most')).toEqual([true, true, false])
  })
})

test('the price per 1,000 reach uses the lowest price, rounded to cents', () => {
  expect(pricePerThousand(cents(120_000), 75_000)).toBe(1_600)
  expect(pricePerThousand(cents(100), 3_000)).toBe(33)
  expect(pricePerThousand(null, 75_000)).toBeNull()
  expect(pricePerThousand(cents(100), 0)).toBeNull()
})

test('channels on the same platform are added up', () => {
  expect([
    ...sumsBy([
      ['blog', 1],
      ['x', 5],
      ['blog', 2],
    ]),
  ]).toEqual([
    ['blog', 3],
    ['x', 5],
  ])
})

describe('the comparison page', () => {
  let app: App
  let sponsor: Person
  let people: Person[]

  beforeAll(async () => {
    app = await startApp(withoutMail)
    sponsor = await makePerson(app, 'sponsor')
    people = [
      await makeInfluencer(app, 'Mara', { reach: 75_000, lowestPrice: 120_000 }),
      await makeInfluencer(app, 'Jide', { reach: 5_000, lowestPrice: 5_000 }),
      await makeInfluencer(app, 'Nora', { reach: 0, lowestPrice: null }),
      await makeInfluencer(app, '<b>Zoë</b>'),
      await makeInfluencer(app, 'Fifth'),
    ]
    const [mara, jide] = people
    await app.db.batch(
      [
        `insert into channels (influencer_id, platform, handle, url, followers, average_views, average_likes,
          average_comments, posts_last_30_days, metrics_date) values
          (${mara?.id}, 'instagram', 'm', 'https://example.com', 90000, 1, 1, 1, 1, '2026-01-01'),
          (${mara?.id}, 'instagram', 'm2', 'https://example.com', 10000, 1, 1, 1, 1, '2026-01-01'),
          (${jide?.id}, 'youtube', 'j', 'https://example.com', 7000, 1, 1, 1, 1, '2026-01-01')`,
        `insert into rates (influencer_id, kind, price, days) values
          (${mara?.id}, 'reel', 120000, 3), (${jide?.id}, 'reel', 5000, 3), (${jide?.id}, 'story', 9000, 3)`,
        `update influencers set rating = 4.5, rating_count = 3, languages = '["en","sv"]', city = 'Lund'
          where user_id = ${mara?.id}`,
      ],
      'write',
    )
  })
  afterAll(() => app.close())

  const comparisonPath = (...chosen: (Person | undefined)[]) =>
    `/comparison?${chosen.map((one) => `influencer_id=${one?.id}`).join('&')}`

  /** The cells of the row with this header. */
  function row({ page }: Visitor, header: string): string[] {
    const found = [...page.document.querySelectorAll('.comparison tbody tr')].find((one) =>
      one.querySelector('th')?.textContent?.startsWith(header),
    )
    return [...(found?.querySelectorAll('td') ?? [])].map((cell) => (cell.textContent ?? '').trim())
  }

  test('a sponsor sees up to four influencers in the chosen order, with the best of each row marked', async () => {
    const { browser } = sponsor
    const [mara, jide, nora] = people
    await browser.get(comparisonPath(jide, mara, nora))
    const heads = [...browser.page.document.querySelectorAll('thead th a[dir=auto]')]
    expect(heads.map((one) => one.textContent)).toEqual(['Jide', 'Mara', 'Nora'])
    expect(row(browser, 'Reach')).toEqual(['5,000', '75,000 best', '0'])
    expect(row(browser, 'Instagram')).toEqual(['None', '100,000', 'None'])
    expect(row(browser, 'Lowest price')).toEqual(['$50 best', '$1,200', 'None'])
    expect(row(browser, 'Price per 1,000 reach')).toEqual(['$10.00 best', '$16.00', 'None'])
    expect(row(browser, 'Price for one reel')).toEqual(['$50 best', '$1,200', 'None'])
    expect(row(browser, 'Price for one story')).toEqual(['$90', 'None', 'None'])
    expect(row(browser, 'Rating')[1]).toContain('4.5')
    expect(row(browser, 'Languages')).toEqual(['English', 'English, Swedish', 'English'])
    expect(row(browser, 'Location')).toEqual(['Sweden', 'Lund, Sweden', 'Sweden'])
    expect(row(browser, 'Availability')[0]).toBe('Open to offers')
    expect(row(browser, 'TikTok')).toEqual([])

    await browser.click('Invite all 3')
    expect(browser.page.url).toBe(
      `/ad-requests/new?${[jide, mara, nora].map((one) => `influencer_id=${one?.id}`).join('&')}`,
    )
    await browser.get(comparisonPath(jide, mara, nora))
    await browser.click('Remove Mara')
    expect(browser.page.url).toBe(comparisonPath(jide, nora))
    expect(browser.sees('Remove')).toBe(false)
    await browser.click('Add to a shortlist')
    expect(browser.sees('Jide, Nora')).toBe(true)
  })

  test('more than four must be reduced to four, and fewer than two cannot be compared', async () => {
    const { browser } = sponsor
    await browser.get(comparisonPath(...people))
    expect(browser.sees('You selected 5 influencers. Choose up to 4 to compare side by side.')).toBe(true)
    await browser.submit('Compare')
    expect(browser.page.document.querySelectorAll('.comparison thead th')).toHaveLength(4)
    expect(browser.page.html).not.toContain('<b>Zoë')

    await browser.get(comparisonPath(people[0]))
    expect(browser.sees('Only Mara is selected')).toBe(true)
    await browser.get(`${comparisonPath(people[0], people[0])}&influencer_id=x&influencer_id=999999`)
    expect(browser.sees('Only Mara is selected')).toBe(true)
    await browser.get('/comparison')
    expect(browser.sees('No influencers selected')).toBe(true)
  })

  test('suspended and flagged influencers are left out without naming them', async () => {
    const { browser } = sponsor
    const gone = await makeInfluencer(app, 'Gone Girl')
    const flagged = await makeInfluencer(app, 'Flagged Fred')
    await suspend(app, gone)
    await flag(app, flagged)
    await browser.get(comparisonPath(gone, people[0], people[1], flagged))
    expect(browser.sees('2 influencers are no longer available.')).toBe(true)
    expect(browser.page.html).not.toMatch(/Gone Girl|Flagged Fred/)
    await browser.get(comparisonPath(gone, people[0]))
    expect(browser.sees('Only Mara is selected')).toBe(true)
  })

  test('admins can compare but not invite; it costs two round trips', async () => {
    const admin = await makePerson(app, 'admin')
    await admin.browser.get(comparisonPath(people[0], people[1]))
    expect(admin.browser.page.status).toBe(200)
    expect(admin.browser.sees('Invite')).toBe(false)
    expect(admin.browser.sees('shortlist')).toBe(false)
    for (const chosen of [people, people.slice(0, 4)]) {
      expect(await countRoundTrips(app, sponsor.browser, comparisonPath(...chosen))).toEqual({
        status: 200,
        roundTrips: 2,
      })
    }
  })
})
