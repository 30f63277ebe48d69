import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Libsql from 'libsql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, makeSession, type Person } from '../../support/people.ts'
import { withoutMail } from '../../support/round-trips.ts'
import { Visitor } from '../../support/visitor.ts'

let app: App
let sponsor: Person
beforeAll(async () => {
  app = await startApp(withoutMail)
  sponsor = await makePerson(app, 'sponsor')
})
afterAll(async () => {
  const expected = app.errors.filter((line) => /database is locked|answered (502|429)/.test(line))
  app.errors.splice(0, app.errors.length, ...app.errors.filter((line) => !expected.includes(line)))
  expect(expected.length).toBe(3)
  await app.close()
})

/** Another program that writes to the database until it is closed. */
async function lockedByOthers() {
  const [file] = (await app.db.execute('pragma database_list')).rows
  const others = new Libsql(String(file?.file))
  others.exec('begin immediate')
  return others
}

async function storedAbout() {
  const sql = 'select about from sponsors where user_id = ?'
  return (await app.db.execute({ sql, args: [sponsor.id] })).rows[0]?.about
}

describe('a database that others write to for longer than it lets us wait', () => {
  it('gives a 503 page that keeps the form, and says nothing about a change that may have been saved', async () => {
    const { browser } = sponsor
    await browser.get('/settings/profile')
    const others = await lockedByOthers()
    const { status, text, headers } = await browser.submit('Save', { about: 'Norrsken & <b>' })
    others.close()
    expect(status).toBe(503)
    expect(headers.get('Retry-After')).toBe('10')
    expect(text).toContain('Norrsken & <b>')
    expect(text).not.toContain('may or may not have been saved')
    expect(await storedAbout()).toBe('')

    expect((await browser.submit('Send again')).status).toBe(200)
    expect(await storedAbout()).toBe('Norrsken & <b>')
  })
})

describe.each([502, 429])('a database whose host answers %i', (status) => {
  it('gives a 503 page', async () => {
    const server = createServer((_, response) => response.writeHead(status).end('Not now'))
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    const { port } = server.address() as AddressInfo
    const url = await app.another({ TURSO_DATABASE_URL: `http://127.0.0.1:${port}`, ...withoutMail })
    const browser = new Visitor(url)
    browser.setCookie('parley_session', await makeSession(app, sponsor.id))
    const page = await browser.get('/home')
    server.close()
    expect([page.status, page.text.includes('Parley cannot reach its database')]).toEqual([503, true])
  })
})
