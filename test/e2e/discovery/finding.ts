import { expect, test } from 'vitest'
import { ON_TRAILS } from './crowd.ts'
import { leadsTo, namesIn, narrow, narrowMore } from './narrow.ts'
import type { Scene } from './scene.ts'

/** A sponsor looks for people: by words and filters, in an order, further and back. */
export function finding(scene: () => Scene) {
  test('a sponsor types words, and sees who fits', async () => {
    const { sponsor, variant } = scene()
    await sponsor.open('/home')
    await sponsor.goTo('Influencers')
    if (variant.javaScript) {
      const words = sponsor.page.getByLabel('Words')
      await words.pressSequentially('lind')
      await leadsTo(sponsor, { words: 'lind' })
      await sponsor.sees('1 influencer, the best match first', 'Mara Lindqvist')
      await words.fill('')
    }
    await narrow(sponsor, { Words: 'trail' }, { words: 'trail' })
    await sponsor.sees('More than 20 influencers', 'Mara Lindqvist', 'Walker 20')
    await sponsor.looks('discovery-01-words')
  })

  test('it adds filters, takes one away by its chip, and sorts', async () => {
    const { sponsor } = scene()
    await narrow(sponsor, { Platform: 'Instagram' }, { words: 'trail', platform: 'instagram' })
    const filters = { niche: 'hiking', reach_from: '400000', price_to: '1980' }
    const fields = { Niche: 'Hiking', 'Reach from': '400000', 'Price up to': '1980' }
    await narrowMore(sponsor, fields, filters)
    await sponsor.sees('10 influencers', 'reach from 400,000 ×', 'More filters (3 set)')
    await sponsor.page.reload()
    await sponsor.sees('10 influencers', 'up to $1,980', 'More filters (3 set)')
    await sponsor.looks('discovery-02-filters')

    await sponsor.follow('reach from 400,000')
    await sponsor.follow('Hiking')
    await sponsor.follow('up to $1,980')
    expect(await namesIn(sponsor)).toContain('Soo-jin Kim')
    await narrow(sponsor, { 'Sort by': 'Price' }, { words: 'trail', platform: 'instagram', sort: 'price' })
    await sponsor.sees('the lowest price first')
    expect((await namesIn(sponsor)).slice(0, 2)).toEqual(['Walker 90', 'Walker 89'])
  })

  test('it goes on, opens somebody, and comes back to where it was', async () => {
    const { sponsor, variant } = scene()
    if (variant.javaScript) await scrollToTheEnd(scene())
    else await turnThePage(scene())

    const { at } = sponsor
    await sponsor.follow('Walker 60')
    await sponsor.sees('Walker 60', 'Rate card', 'Shortlist')
    await sponsor.page.goBack()
    expect(sponsor.at).toBe(at)
    await sponsor.sees('the lowest price first', '“trail”')
    expect(await sponsor.page.getByLabel('Words').inputValue()).toBe('trail')
    expect((await namesIn(sponsor)).length).toBeGreaterThanOrEqual(20)
  })

  test('where nobody fits it reads what to loosen', async () => {
    const { sponsor } = scene()
    await sponsor.open('/influencers?words=trail&platform=youtube&price_to=500')
    await sponsor.sees('Nobody fits all of this', 'Without “YouTube” there are')
    await sponsor.looks('discovery-04-nobody')
    await sponsor.follow('Without “YouTube”')
    await sponsor.sees('Walker 90')
  })
}

/** The next rows come by themselves a few times; then the foot of the page can be reached, and a press asks on. */
async function scrollToTheEnd({ sponsor: { page } }: Scene) {
  const rows = page.locator('#influencers tbody > tr')
  const footer = page.locator('.page-footer')
  for (const count of [40, 60, 80]) {
    await footer.scrollIntoViewIfNeeded()
    await expect.poll(() => rows.count(), { timeout: 10_000 }).toBe(count)
  }
  await footer.scrollIntoViewIfNeeded()
  await page.getByRole('link', { name: 'More', exact: true }).click()
  await expect.poll(() => rows.count(), { timeout: 10_000 }).toBe(ON_TRAILS)
  const names = await page.locator('tbody .person-name').allInnerTexts()
  expect(new Set(names).size).toBe(ON_TRAILS)
}

async function turnThePage({ sponsor }: Scene) {
  const first = await namesIn(sponsor)
  await sponsor.follow('More')
  await sponsor.sees('Further influencers', 'Back to the first')
  expect(await namesIn(sponsor)).not.toContain(first[0])
  await sponsor.page.goBack()
  expect(await namesIn(sponsor)).toEqual(first)
  await sponsor.follow('More')
}
