import { expect, test } from 'vitest'
import { applyFilters, applyMoreFilters, namesIn, waitForQuery } from './filters.ts'
import { TRAIL_INFLUENCERS } from './influencers.ts'
import { loadByScrolling } from './scrolling.ts'
import type { Setup } from './setup.ts'

/** A sponsor searches for influencers: filters, sorts and pages. */
export function finding(setup: () => Setup) {
  test('a sponsor types a keyword and sees matches', async () => {
    const { sponsor, variant } = setup()
    await sponsor.open('/home')
    await sponsor.goTo('Influencers')
    if (variant.javaScript) {
      const keyword = sponsor.page.getByLabel('Keyword')
      await keyword.pressSequentially('lind')
      await waitForQuery(sponsor, { query: 'lind' })
      await sponsor.sees('1 influencer, best match first', 'Mara Lindqvist')
      await keyword.fill('')
    }
    await applyFilters(sponsor, { Keyword: 'trail' }, { query: 'trail' })
    await sponsor.sees('Influencers, ', 'Mara Lindqvist', 'Walker 20')
    await sponsor.checkPage('discovery-01-query')
  })

  test('they add filters, remove some by their chips, and sort', async () => {
    const { sponsor } = setup()
    await applyFilters(sponsor, { Platform: 'Instagram' }, { query: 'trail', platform: 'instagram' })
    const filters = { niche: 'hiking', reach_from: '400000', price_to: '1980' }
    const fields = { Niche: 'Hiking', 'Reach from': '400000', 'Price up to': '1980' }
    await applyMoreFilters(sponsor, fields, filters)
    await sponsor.sees('10 influencers', 'reach of at least 400,000 ×', 'More filters (3 set)')
    await sponsor.page.reload()
    await sponsor.sees('10 influencers', 'up to $1,980', 'More filters (3 set)')
    await sponsor.checkPage('discovery-02-filters')

    await sponsor.follow('reach of at least 400,000')
    await sponsor.follow('Hiking')
    await sponsor.follow('up to $1,980')
    expect(await namesIn(sponsor)).toContain('Soo-jin Kim')
    await applyFilters(
      sponsor,
      { 'Sort by': 'Price' },
      { query: 'trail', platform: 'instagram', sort: 'price' },
    )
    await sponsor.sees('lowest price first')
    expect((await namesIn(sponsor)).slice(0, 2)).toEqual(['Walker 90', 'Walker 89'])
  })

  test('they page, open a profile, and come back to the same place', async () => {
    const { sponsor, variant } = setup()
    if (variant.javaScript) await scrollToTheEnd(setup())
    else await turnThePage(setup())

    const { path } = sponsor
    await sponsor.follow('Walker 60')
    await sponsor.sees('Walker 60', 'Rate card', 'Shortlist')
    await sponsor.page.goBack()
    await expect.poll(() => sponsor.path).toBe(path)
    await sponsor.sees('lowest price first', '“trail”')
    expect(await sponsor.page.getByLabel('Keyword').inputValue()).toBe('trail')
    expect((await namesIn(sponsor)).length).toBeGreaterThanOrEqual(20)
  })

  test('when nobody matches, they see which filter to remove', async () => {
    const { sponsor } = setup()
    await sponsor.open('/influencers?query=trail&platform=youtube&price_to=500')
    await sponsor.sees('No influencers match all filters', 'Remove “YouTube” to see')
    await sponsor.checkPage('discovery-04-nobody')
    await sponsor.follow('Remove “YouTube”')
    await sponsor.sees('Walker 90')
  })
}

/** Scrolling loads a few pages. Then the footer can be reached, and "More" loads the rest. */
async function scrollToTheEnd({ sponsor: { page } }: Setup) {
  const rows = page.locator('#influencers tbody > tr')
  await loadByScrolling(page)
  await page.locator('.page-footer').scrollIntoViewIfNeeded()
  await page.getByRole('link', { name: 'More', exact: true }).click()
  await expect.poll(() => rows.count()).toBe(TRAIL_INFLUENCERS)
  const names = await page.locator('tbody .person-name').allInnerTexts()
  expect(new Set(names).size).toBe(TRAIL_INFLUENCERS)
}

async function turnThePage({ sponsor }: Setup) {
  const first = await namesIn(sponsor)
  await sponsor.follow('More')
  await sponsor.sees('More influencers', 'Back to the first page')
  expect(await namesIn(sponsor)).not.toContain(first[0])
  await sponsor.page.goBack()
  expect(await namesIn(sponsor)).toEqual(first)
  await sponsor.follow('More')
}
