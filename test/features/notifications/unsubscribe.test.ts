import { afterAll, beforeAll, expect, test } from 'vitest'
import { invite } from '../../support/ad-requests.ts'
import { type App, startApp } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson, PASSWORD } from '../../support/people.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

let made = 0

/** Mara is invited. Returns the unsubscribe link of the mail about it. */
async function invitedMara() {
  made += 1
  const address = `mara${made}@example.com`
  const sponsor = await makePerson(app, 'sponsor')
  const mara = await makePerson(app, 'influencer', { email: address })
  const inviteAgain = async () => invite(app, sponsor, mara, await makeCampaign(app, sponsor))
  await inviteAgain()
  await sponsor.browser.post('/notifications/read')
  const find = () => app.mail.messages().filter(({ to }) => to[0]?.includes(address))
  await expect.poll(find).toHaveLength(1)
  const headers = find()[0]?.headers ?? {}
  const url =
    /^<http:\/\/parley\.test(\/unsubscribe\/[^>]+)>$/.exec(headers['List-Unsubscribe'] ?? '')?.[1] ?? ''
  return { sponsor, mara, address, headers, path: url, find, inviteAgain }
}

const choices = async (userId: number) =>
  (
    await app.db.execute({
      sql: 'select kind, channel, is_on from channel_choices where user_id = ?',
      args: [userId],
    })
  ).rows.map((row) => ({ ...row }))

test('a mail program unsubscribes with one POST, without cookies and from anywhere', async () => {
  const { mara, headers, path, find, inviteAgain, sponsor } = await invitedMara()
  expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
  const response = await fetch(app.url + path, {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    headers: { Origin: 'https://mail.example', 'Sec-Fetch-Site': 'cross-site' },
  })
  expect(response.status).toBe(200)
  expect(await response.text()).toContain('You no longer get these e-mails')
  expect(await choices(mara.id)).toEqual([{ kind: 'ad_request_invitation', channel: 'email', is_on: 0 }])

  await inviteAgain()
  await sponsor.browser.post('/notifications/read')
  await mara.browser.get('/notifications')
  expect(mara.browser.page.text.match(/invited you/g)).toHaveLength(2)
  const { rows } = await app.db.execute({
    sql: 'select channel from outbox where user_id = ?',
    args: [mara.id],
  })
  expect(rows).toHaveLength(1)
  expect(find()).toHaveLength(1)
})

test('opening the link changes nothing; its button does, and can be undone', async () => {
  const { mara, path } = await invitedMara()
  const visitor = app.visitor()
  await visitor.get(path)
  expect(visitor.sees('A sponsor invites you')).toBe(true)
  expect(await choices(mara.id)).toEqual([])

  await visitor.submit('Unsubscribe')
  expect(visitor.sees('You are unsubscribed')).toBe(true)
  expect(await choices(mara.id)).toHaveLength(1)
  await visitor.submit('Undo')
  expect(visitor.sees("You'll get these e-mails again")).toBe(true)
  expect(await choices(mara.id)).toEqual([])
})

test('a link of someone else, or one that was changed, is a 404', async () => {
  const { path, mara } = await invitedMara()
  const other = await invitedMara()
  const [, token = ''] = /unsubscribe\/(.+)$/.exec(path) ?? []
  const [id, kind, signature] = token.split('.')
  for (const wrong of [
    `${other.mara.id}.${kind}.${signature}`,
    `${id}.ad_request_offer.${signature}`,
    `${id}.password_changed.${signature}`,
    `${id}.${kind}.${signature?.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`,
    `${id}.${kind}`,
    'x',
  ]) {
    for (const method of ['GET', 'POST']) {
      const response = await app.visitor().send(`/unsubscribe/${wrong}`, { method })
      expect([wrong, response.status]).toEqual([wrong, 404])
      await response.body?.cancel()
    }
  }
  expect(await choices(mara.id)).toEqual([])
})

test('only the POST of the link itself may come from another site', async () => {
  const { path, mara } = await invitedMara()
  const headers = { Origin: 'https://mail.example' }
  for (const guarded of [`${path}/undo`, '/notifications/read', '/settings/notifications', '/sign-out'])
    expect((await mara.browser.send(guarded, { method: 'POST', headers })).status).toBe(403)
})

test('a mail about security cannot be switched off', async () => {
  const { browser } = await makePerson(app, 'sponsor', { email: 'secure@example.com' })
  await browser.get('/settings/password')
  await browser.submit('Change password', { current_password: PASSWORD, new_password: 'nine purple herons' })
  const find = () => app.mail.messages().find(({ to }) => to[0]?.includes('secure@example.com'))
  await expect.poll(find).toBeDefined()
  expect(Object.keys(find()?.headers ?? {})).toEqual([])
})
