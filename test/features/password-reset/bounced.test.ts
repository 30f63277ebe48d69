import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makePerson } from '../../support/people.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

test('somebody whose address bounced gets no link, and is told whom to write to, like everybody else', async () => {
  const person = await makePerson(app, 'influencer')
  await app.db.execute({
    sql: "insert into undeliverable_addresses (address, reason, detail, at) values (?, 'bounced', 'no such mailbox', ?)",
    args: [`${person.username}@example.com`, Date.now()],
  })
  const pages = []
  for (const account of [person.username, 'nobody-at-all']) {
    const visitor = app.visitor()
    await visitor.get('/forgot-password')
    pages.push(await visitor.submit('Send the link', { account }))
  }
  expect(pages[0]?.text).toBe(pages[1]?.text)
  expect(pages[0]?.text).toContain('none to an address from which our mail came back')
  expect(pages[0]?.document.querySelector('main a[href^="mailto:"]')).not.toBeNull()
  const { rows } = await app.db.execute("select state from outbox where kind = 'password_reset'")
  expect(rows).toEqual([])
  expect(app.mail.messages()).toEqual([])

  const help = await app.visitor().get('/help')
  expect(help.text).toContain('If our mail to your address came back')
})
