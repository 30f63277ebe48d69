import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invite } from '../../support/ad-requests.ts'
import { type App, startApp } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { formSender } from '../../support/form-sender.ts'
import { makePerson, type Person } from '../../support/people.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

async function negotiation() {
  const [sponsor, influencer] = [await makePerson(app, 'sponsor'), await makePerson(app, 'influencer')]
  const campaignId = await makeCampaign(app, sponsor)
  const adRequestId = await invite(app, sponsor, influencer, campaignId)
  return { sponsor, influencer, campaignId, adRequestId, path: `/ad-requests/${adRequestId}` }
}

async function countOf(sql: string, ...args: (string | number)[]): Promise<number> {
  return Number((await app.db.execute({ sql: `select count(*) as n ${sql}`, args })).rows[0]?.n)
}

describe('a message', () => {
  it('that is sent by a double click arrives once, and both answers are the same', async () => {
    for (let round = 0; round < 20; round++) {
      const { influencer, adRequestId, path } = await negotiation()
      await influencer.browser.get(path)
      const send = formSender(influencer.browser, app.url, 'Send message', { message: 'Yes.' })
      const answers = await Promise.all([send(), send()])
      expect(answers.map(({ status }) => status)).toEqual([303, 303])
      expect(answers.map(({ headers }) => headers.get('Location'))).toEqual([path, path])
      for (const { headers } of answers) expect(String(headers.getSetCookie())).toContain('message_sent')
      expect(await countOf('from messages where ad_request_id = ?', adRequestId)).toBe(1)
    }
  })

  it('can be sent again in the same words, from the next page', async () => {
    const { sponsor, influencer, adRequestId, path } = await negotiation()
    await influencer.browser.get(path)
    await influencer.browser.submit('Send message', { message: 'Yes.' })
    await sponsor.browser.get(path)
    await sponsor.browser.submit('Send message', { message: 'Really?' })
    await influencer.browser.submit('Send message', { message: 'Yes.' })
    expect(influencer.browser.sees('Message sent.')).toBe(true)
    expect(await countOf("from messages where ad_request_id = ? and body = 'Yes.'", adRequestId)).toBe(2)
  })

  it('that was changed after going back is kept with a question, and can be sent', async () => {
    const { influencer, adRequestId, path } = await negotiation()
    await influencer.browser.get(path)
    const send = formSender(influencer.browser, app.url, 'Send message', { message: 'First thought' })
    expect((await send()).status).toBe(303)
    const second = await send({ message: 'A second thought' })
    const html = await second.text()
    expect(second.status).toBe(409)
    expect(html).toContain('This form was already sent, and this time something else is in it.')
    expect(html).toContain('A second thought')
    expect(await countOf('from messages where ad_request_id = ?', adRequestId)).toBe(1)

    const action = `${path}/messages`
    const form = new RegExp(`<form[^>]*action="${action}".*?name="form_token" value="([^"]+)"`, 's').exec(
      html,
    )
    await influencer.browser.post(action, { message: 'A second thought', form_token: form?.[1] ?? '' })
    expect(influencer.browser.sees('Message sent.')).toBe(true)
    expect(await countOf('from messages where ad_request_id = ?', adRequestId)).toBe(2)
  })
})

describe('a double click', () => {
  it('on Accept agrees once, and neither answer is an error', async () => {
    for (let round = 0; round < 20; round++) {
      const { influencer, adRequestId, path } = await negotiation()
      await influencer.browser.get(`${path}?answer=accept`)
      const send = formSender(influencer.browser, app.url, 'Accept offer 1')
      const answers = await Promise.all([send(), send()])
      expect(answers.map(({ status }) => status)).toEqual([303, 303])
      expect(answers.map(({ headers }) => headers.get('Location'))).toEqual([path, path])
      expect(await countOf('from collaborations where ad_request_id = ?', adRequestId)).toBe(1)
    }
  })

  it('on a form for a new thing makes one, and both lead to it', async () => {
    const sponsor = await makePerson(app, 'sponsor')
    await sponsor.browser.get('/campaigns/new')
    const send = formSender(sponsor.browser, app.url, 'Save draft', { name: 'Boots' })
    const answers = await Promise.all([send(), send(), send()])
    const places = answers.map(({ headers }) => headers.get('Location'))
    expect(new Set(places).size).toBe(1)
    expect(places[0]).toMatch(/^\/campaigns\/\d+$/)
    expect(await countOf('from campaigns where sponsor_id = ?', sponsor.id)).toBe(1)
  })

  it('on Sign up makes one account and says no word of a username that is taken', async () => {
    const visitor = app.visitor()
    await visitor.get('/sign-up/influencer')
    const send = formSender(visitor, app.url, 'Sign up', {
      username: 'twice.clicked',
      email: 'twice.clicked@example.com',
      password: 'seven green otters',
      category: 'outdoors',
      niche: 'hiking',
      country: 'SE',
      languages: 'en',
    })
    const answers = await Promise.all([send(), send()])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(answers.map(({ headers }) => headers.get('Location'))).toEqual(['/sign-in', '/sign-in'])
    expect(await countOf("from users where username = 'twice.clicked'")).toBe(1)
  })
})

it('says that a form was sent before if it comes again later, and does nothing', async () => {
  const { influencer, adRequestId, path } = await negotiation()
  await influencer.browser.get(path)
  const send = formSender(influencer.browser, app.url, 'Send message', { message: 'Yes.' })
  await send()
  await usedLongAgo(influencer)
  const again = await send()
  expect(again.headers.get('Location')).toBe(path)
  await influencer.browser.get(path)
  expect(influencer.browser.sees('This was done before. It was not done again.')).toBe(true)
  expect(await countOf('from messages where ad_request_id = ?', adRequestId)).toBe(1)
})

it('a form that was refused can be corrected on the page before', async () => {
  const { influencer, adRequestId, path } = await negotiation()
  await influencer.browser.get(path)
  const send = formSender(influencer.browser, app.url, 'Send message')
  expect((await send({ message: ' ' })).status).toBe(422)
  expect((await send({ message: 'Yes.' })).status).toBe(303)
  expect(await countOf('from messages where ad_request_id = ?', adRequestId)).toBe(1)
})

async function usedLongAgo({ id }: Person): Promise<void> {
  // The result of the first one is recorded after its response.
  await expect.poll(() => countOf('from used_forms where user_id = ? and location is not null', id)).toBe(1)
  await app.db.execute({
    sql: 'update used_forms set used_at = used_at - 60000 where user_id = ?',
    args: [id],
  })
}
