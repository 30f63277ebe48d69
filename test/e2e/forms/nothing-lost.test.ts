import type { Dialog, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { invite } from '../../support/ad-requests.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { PASSWORD } from '../../support/people.ts'
import { type E2ePerson, makeE2ePerson, signIn } from '../support/accounts.ts'
import { type E2eApp, startE2eApp } from '../support/e2e-app.ts'
import { desk, plainPhone } from '../support/variants.ts'

let e2e: E2eApp
beforeAll(async () => {
  e2e = await startE2eApp()
})
afterEach(() => expect(e2e.takeErrors()).toEqual([]))
afterAll(() => e2e.close())

async function makeNegotiation(variant: typeof desk) {
  const sponsor = await makeE2ePerson(e2e, 'sponsor', 'Northway Outdoor', variant)
  const influencer = await makeE2ePerson(e2e, 'influencer', 'Mara Lindqvist', variant)
  const id = await invite(e2e.app, sponsor, influencer, await makeCampaign(e2e.app, sponsor))
  return { sponsor, influencer, path: `/ad-requests/${id}`, id }
}

async function endSessions({ id }: E2ePerson): Promise<void> {
  await e2e.app.db.execute({ sql: 'delete from sessions where user_id = ?', args: [id] })
}

describe.each([desk, plainPhone])('$variant: a session that ends while somebody writes', (variant) => {
  test('costs nothing: after signing in, the counteroffer is there and can be sent', async () => {
    const { influencer, path, id } = await makeNegotiation(variant)
    const { user } = influencer
    await user.open(`${path}?answer=offer`)
    await endSessions(influencer)
    await user.submit('Send counteroffer', { Payment: '1,450.00', Requirements: 'Two stories, please' })
    await signIn(user, influencer.username, PASSWORD)
    await user.sees('You were signed out before this was sent. Nothing has been saved yet.')
    await user.checkPage('unsent-counteroffer')
    await user.press('Send counteroffer')
    await user.sees('Offer sent.', '$1,450.00', 'Two stories, please')
    const { rows } = await e2e.app.db.execute({
      sql: 'select payment_amount from offers where ad_request_id = ? order by number',
      args: [id],
    })
    expect(rows.map((row) => row.payment_amount)).toEqual([120_000, 145_000])
  })
})

test('without JavaScript, going back finds every field as it was typed', async () => {
  const { influencer, path } = await makeNegotiation(plainPhone)
  const { page } = influencer.user
  await influencer.user.open(`${path}?answer=offer`)
  await page.locator('[name=payment_amount]').fill('1333.00')
  await page.locator('[name=usage_months]').fill('7')
  const typed = { payment: '1333.00', months: '7' }
  await page.goto(`${e2e.app.url}/home`)
  await page.goBack()
  const values = async () => ({
    payment: await page.locator('[name=payment_amount]').inputValue(),
    months: await page.locator('[name=usage_months]').inputValue(),
  })
  await expect.poll(values).toEqual(typed)
})

describe('with JavaScript', () => {
  test('going back and loading again find everything that was typed, and rows that were added', async () => {
    const { influencer, path } = await makeNegotiation(desk)
    const { user } = influencer
    const { page } = user
    await user.open(`${path}?answer=offer`)
    await page.locator('[name=payment_amount]').fill('1333.00')
    await page.locator('[name=requirements]').fill('Typed by hand')
    await page.locator('[name=usage_channels]').nth(1).check()
    await page.getByText('Add a deliverable').click()
    await page.locator('[name=deliverable_kind]').last().selectOption('story')
    await page.locator('[name=deliverable_count]').last().fill('4')
    const typed = await valuesIn(page)

    await page.goto(`${e2e.app.url}/home`)
    await page.goBack()
    await expect.poll(() => valuesIn(page)).toEqual(typed)
    await page.reload()
    await expect.poll(() => valuesIn(page)).toEqual(typed)
    await page.locator('[name=requirements]').fill('')
    await page.reload()
    await expect.poll(() => valuesIn(page)).toEqual({ ...typed, requirements: [''] })
  })

  test('an error in the form of an offer adds no blank row', async () => {
    const { influencer, path } = await makeNegotiation(desk)
    const { user } = influencer
    await user.open(`${path}?answer=offer`)
    const rows = user.page.locator('#answer .rows-row')
    const before = await rows.count()
    for (let time = 0; time < 3; time++) {
      await user.submit('Send counteroffer', { Payment: 'much' }, { status: 422 })
      expect(await rows.count()).toBe(before)
    }
  })

  test('leaving with something unsent asks first; sending, looking and searching do not', async () => {
    const { influencer, path } = await makeNegotiation(desk)
    const { user } = influencer
    const asked: string[] = []
    user.page.on('dialog', (dialog: Dialog) => {
      asked.push(dialog.type())
      return dialog.accept()
    })
    await user.open(path)
    await user.follow('Requests')
    expect(asked).toEqual([])

    await user.open(path)
    await user.fill('Send message', { Message: 'Not sent yet' })
    await user.follow('Requests')
    expect(asked).toEqual(['beforeunload'])

    await user.open(path)
    await user.submit('Send message', { Message: 'This one is sent' })
    await user.sees('Message sent.')
    await user.follow('Campaigns')
    await user.page.locator('form[method=get] input[type=search]').first().fill('boots')
    await user.goTo('Home')
    expect(asked).toEqual(['beforeunload'])

    // A form that came back with errors is not saved either.
    await user.open(path)
    await user.submit('Send message', { Message: ' ' }, { status: 422 })
    await user.follow('Requests')
    expect(asked).toEqual(['beforeunload', 'beforeunload'])
  })
})

test('a form that was sent before and then changed is kept, says so and can be sent', async () => {
  const { influencer, path } = await makeNegotiation(desk)
  const { user } = influencer
  await user.open(path)
  const form = await user.page.locator('form[action$="/messages"]').evaluate((one) => one.outerHTML)
  await user.submit('Send message', { Message: 'First' })
  // As from a page that the browser kept in memory.
  await user.page.locator('form[action$="/messages"]').evaluate((one, html) => {
    one.outerHTML = html
  }, form)
  await user.submit('Send message', { Message: 'Second' }, { status: 409 })
  await user.sees('This form was already sent, and this time something else is in it.')
  await user.checkPage('sent-before')
  await user.press('Send message')
  await user.sees('First', 'Second', 'Message sent.')
})

test('another account in another tab: the form is refused with words', async () => {
  const { influencer, sponsor } = await makeNegotiation(desk)
  await influencer.user.open('/settings/profile')
  const session = (await sponsor.user.page.context().cookies()).filter(({ name }) =>
    name.endsWith('parley_session'),
  )
  await influencer.user.page.context().addCookies(session)
  await influencer.user.submit('Save', { Bio: 'By Mara' }, { status: 409 })
  await influencer.user.sees(
    'This form was opened as Mara Lindqvist. You are signed in as Northway Outdoor now.',
  )
  await influencer.user.checkPage('other-account')
})

/** The values of the fields of the offer, by name. */
async function valuesIn(page: Page): Promise<Record<string, string[]>> {
  return page.locator('#answer form').evaluate((form) => {
    const values: Record<string, string[]> = {}
    for (const [name, value] of new FormData(form as HTMLFormElement)) {
      if (name !== 'form_token') values[name] = [...(values[name] ?? []), String(value)]
    }
    return values
  })
}
