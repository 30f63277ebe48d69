import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { makeCampaign } from '../support/campaigns.ts'
import { type E2ePerson, makeE2ePerson } from './support/accounts.ts'
import { type E2eApp, startE2eApp } from './support/e2e-app.ts'
import { variants } from './support/variants.ts'

let e2e: E2eApp
beforeAll(async () => {
  e2e = await startE2eApp()
})
afterEach(() => expect(e2e.takeErrors()).toEqual([]))
afterAll(() => e2e.close())

describe.each(variants)('$variant: a report', (variant) => {
  let sponsor: E2ePerson
  let influencer: E2ePerson
  let admin: E2ePerson
  const campaign = `Boots ${variant.variant}`
  beforeAll(async () => {
    sponsor = await makeE2ePerson(e2e, 'sponsor', 'Northway Outdoor', variant)
    influencer = await makeE2ePerson(e2e, 'influencer', 'Mara Lindqvist', variant)
    admin = await makeE2ePerson(e2e, 'admin', 'Ada Holm', variant)
    const campaignId = await makeCampaign(e2e.app, sponsor, { name: campaign })
    await influencer.user.open(`/campaigns/${campaignId}`)
  })
  afterAll(async () => {
    for (const { user } of [sponsor, influencer, admin]) await user.close()
  })

  test('goes from the campaign to the admins', async () => {
    const { user } = influencer
    await user.follow('Report this campaign')
    await user.press('Send report', { status: 422 })
    await user.sees('Choose what is wrong')
    await user.checkPage('report-1-without-reason')
    await user.submit('Send report', { 'False information': true, Details: 'They make claims about health.' })
    await user.sees('We have your report', 'Under review')
    await user.submit('Add', { 'Add to your report': 'There is more on their website.' })
    await user.sees('There is more on their website.')
    await user.checkPage('report-2-sent')
  })

  test('is taken in the list and decided on its page', async () => {
    const { user } = admin
    await user.open('/admin/abuse-reports')
    await user.sees(campaign)
    await user.press(`Take ${campaign}`)
    await user.sees('The case is yours.')
    await user.checkPage('report-3-taken')
    await user.follow(campaign)
    await user.sees('You have this case', 'They make claims about health.')
    await user.submit('Uphold', {
      'Warn the owner': true,
      'Message to Northway Outdoor': 'Please take the claim about health out of the brief.',
    })
    await user.sees('The owner and the reporters have been told.', 'Warned')
    await user.checkPage('report-4-upheld')
  })

  test('has an outcome for the reporter, and a warning for the owner', async () => {
    await influencer.user.open('/notifications')
    await influencer.user.press("We've decided on your report about")
    await influencer.user.sees('Action taken', "we don't say how")
    await sponsor.user.open('/notifications')
    await sponsor.user.press('A warning about your campaign')
    await sponsor.user.sees(campaign)
  })
})
