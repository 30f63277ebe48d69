import { afterAll, beforeAll, expect, test } from 'vitest'
import { invite } from '../../support/ad-requests.ts'
import { type App, startApp } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson, makeSession, PASSWORD, type Person } from '../../support/people.ts'

const SIGNED_OUT =
  'You were signed out before this was sent. Nothing has been saved yet. Check it and send it again.'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

async function endSessions({ id }: Person): Promise<void> {
  await app.db.execute({ sql: 'delete from sessions where user_id = ?', args: [id] })
}

function testMails() {
  return app.mail.messages().filter(({ subject }) => subject.includes('test message'))
}

async function signIn({ browser }: Person, username: string) {
  return browser.submit('Sign in', { username, password: PASSWORD })
}

test('a form is there as it was typed after signing in again, and can be sent', async () => {
  const sponsor = await makePerson(app, 'sponsor')
  const { browser } = sponsor
  await browser.get('/campaigns/new')
  await endSessions(sponsor)

  const typed = { name: 'Winter Boots', brief: 'Walk in the snow.\nTell us.', budget: '12,345.00' }
  await browser.submit('Save draft', typed)
  expect(browser.page.url).toMatch(/^\/sign-in\?next=/)
  await signIn(sponsor, sponsor.username)

  expect(browser.page.status).toBe(200)
  expect(browser.sees(SIGNED_OUT)).toBe(true)
  const campaigns = 'select name, brief, budget from campaigns where sponsor_id = ?'
  expect((await app.db.execute({ sql: campaigns, args: [sponsor.id] })).rows).toEqual([])

  await browser.submit('Save draft')
  const { rows } = await app.db.execute({ sql: campaigns, args: [sponsor.id] })
  expect(rows).toEqual([{ name: 'Winter Boots', brief: 'Walk in the snow.\nTell us.', budget: 1_234_500 }])
})

test('the form is gone once it was sent, and never shown to another account', async () => {
  const [mara, other] = [await makePerson(app, 'influencer'), await makePerson(app, 'influencer')]
  await mara.browser.get('/settings/profile')
  await endSessions(mara)
  await mara.browser.submit('Save', { bio: 'Only Mara may read this' })
  const next = new URL(mara.browser.page.url, app.url).searchParams.get('next') ?? ''
  expect(next).toMatch(/^\/unsent\//)

  await signIn(mara, other.username)
  expect(mara.browser.page.status).toBe(403)
  expect(mara.browser.sees('It was opened by another account')).toBe(true)
  expect(mara.browser.page.html).not.toContain('Only Mara may read this')

  await mara.browser.submit('Sign in to the other account')
  await signIn(mara, mara.username)
  expect(mara.browser.sees(SIGNED_OUT)).toBe(true)
  expect(mara.browser.page.html).toContain('Only Mara may read this')
  await mara.browser.submit('Save')

  await expect
    .poll(async () => (await mara.browser.get(next)).text)
    .toContain('What you typed is not there any more')
})

test('a button without fields leads back to its page, and nothing was done', async () => {
  const sponsor = await makePerson(app, 'sponsor')
  const campaignId = await makeCampaign(app, sponsor)
  const { browser } = sponsor
  await browser.get(`/campaigns/${campaignId}`)
  await endSessions(sponsor)
  const form = browser.form('Pause')
  const token = form.querySelector('[name=form_token]')?.getAttribute('value') ?? ''
  await browser.post(
    form.getAttribute('action') ?? '',
    { form_token: token },
    { Referer: `${app.url}/campaigns/${campaignId}` },
  )
  await signIn(sponsor, sponsor.username)
  expect(browser.page.url).toBe(`/campaigns/${campaignId}`)
  expect(browser.sees('You were signed out, so nothing was done. Press it again.')).toBe(true)
  const { rows } = await app.db.execute({
    sql: 'select state from campaigns where id = ?',
    args: [campaignId],
  })
  expect(rows).toEqual([{ state: 'active' }])
})

test('a button that sends a message at once sends none until it is pressed again', async () => {
  const mara = await makePerson(app, 'influencer')
  await mara.browser.get('/settings/notifications')
  await endSessions(mara)
  await mara.browser.submit('Test e-mail')
  await signIn(mara, mara.username)
  expect(mara.browser.sees('You were signed out, so nothing was done. Press it again.')).toBe(true)
  expect(testMails()).toEqual([])
  await mara.browser.get('/settings/notifications')
  await mara.browser.submit('Test e-mail')
  expect(testMails()).toHaveLength(1)
})

test('a message to the other side comes back at its own form', async () => {
  const [sponsor, influencer] = [await makePerson(app, 'sponsor'), await makePerson(app, 'influencer')]
  const campaignId = await makeCampaign(app, sponsor)
  const adRequestId = await invite(app, sponsor, influencer, campaignId)
  const { browser } = influencer
  await browser.get(`/ad-requests/${adRequestId}`)
  await endSessions(influencer)
  await browser.submit('Send message', { message: 'Could we film it in May?' })
  await signIn(influencer, influencer.username)
  expect(browser.form('Send message').textContent).toContain(SIGNED_OUT)
  expect(browser.form('Send message').textContent).toContain('Could we film it in May?')
})

test('a form that is too long to be kept is listed to be copied, signed out or in another account', async () => {
  const [mara, other] = [await makePerson(app, 'influencer'), await makePerson(app, 'influencer')]
  const bio = `Typed with great care. ${'And more. '.repeat(12_000)}`
  for (const isSignedOut of [true, false]) {
    await mara.browser.get('/settings/profile')
    if (isSignedOut) await endSessions(mara)
    else mara.browser.setCookie('parley_session', await makeSession(app, other.id))
    const page = await mara.browser.submit('Save', { bio })
    expect(page.status).toBe(409)
    expect(page.document.querySelector('.typed-values')?.textContent).toContain('Typed with great care.')
    mara.browser.setCookie('parley_session', await makeSession(app, mara.id))
  }
})
