import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { invite } from '../../support/ad-requests.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson } from '../../support/people.ts'
import { type E2ePerson, makeE2ePerson } from '../support/accounts.ts'
import { download, rowsOf } from '../support/downloads.ts'
import { type E2eApp, startE2eApp } from '../support/e2e-app.ts'
import { followMail } from '../support/inbox.ts'
import { variants } from '../support/variants.ts'

let e2e: E2eApp
beforeAll(async () => {
  e2e = await startE2eApp()
})
afterEach(() => expect(e2e.takeErrors()).toEqual([]))
afterAll(() => e2e.close())

describe.each(variants)('$variant: a sponsor', (variant) => {
  let sponsor: E2ePerson
  beforeAll(async () => {
    sponsor = await makeE2ePerson(e2e, 'sponsor', 'Northway Outdoor', variant)
    // A spreadsheet would run this name as a formula.
    const campaignId = await makeCampaign(e2e.app, sponsor, { name: '=Trail "Boots", autumn' })
    for (const name of ['Mara Lindqvist', 'Zoë 小林']) {
      const influencer = await makePerson(e2e.app, 'influencer', { display_name: name })
      await invite(e2e.app, sponsor, influencer, campaignId)
    }
  })
  afterAll(() => sponsor.user.close())

  const expected = ['Mara Lindqvist', 'Zoë 小林'].map((name) => ({
    Influencer: name,
    Campaign: `'=Trail "Boots", autumn`,
    'Latest offer': '1200.00',
    'Latest offer currency': 'USD',
  }))

  test('downloads the list that they look at', async () => {
    const { user } = sponsor
    await user.open('/ad-requests?listing=theirs')
    await user.checkPage('clock-9-requests-with-export')
    await user.unfold('Export')
    const { name, content } = await download(user, 'Download CSV')
    expect(name).toMatch(/\.csv$/)
    const rows = rowsOf(content)
    expect(rows).toHaveLength(2)
    expect(rows).toEqual(expect.arrayContaining(expected.map((row) => expect.objectContaining(row))))

    const forExcel = await download(user, 'For Excel')
    expect(forExcel.content.subarray(0, 3)).toEqual(Buffer.from('\uFEFF'))
    expect(rowsOf(forExcel.content)).toEqual(rows)
  })

  test('gets the link to a file by e-mail, which works without signing in', async () => {
    const { user, username } = sponsor
    await user.open('/ad-requests?listing=theirs')
    await user.unfold('Export')
    await user.press("E-mail me a link when it's ready")
    await user.sees("We're preparing your export.")
    await user.page.context().clearCookies()
    const mail = { to: `${username}@example.com`, subject: 'Your export of requests is ready' }
    await followMail(e2e.app, user, { ...mail, button: 'Download the file' })
    await user.sees('Export of requests', '2 rows')
    await user.checkPage('clock-10-export')
    const { content } = await download(user, 'Download CSV')
    const rows = rowsOf(content)
    expect(rows).toEqual(expect.arrayContaining(expected.map((row) => expect.objectContaining(row))))
  })
})
