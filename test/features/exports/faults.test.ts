import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Listening, listen } from '../../../local/servers/listen.ts'
import { type App, startApp } from '../../support/app.ts'
import { eventually } from '../../support/eventually.ts'
import { makePerson, makeSession, type Person } from '../../support/people.ts'
import { addRequests, expectBrokenOff, parseRows } from './setup.ts'

/** Stands between the Worker and the database. */
let proxy: Listening
let intercept: (sql: string) => Promise<Response | null>
let pages = 0

let app: App
let sponsor: Person
beforeAll(async () => {
  intercept = async () => null
  let target = ''
  proxy = await listen({
    async fetch(request) {
      const body = await request.text()
      if (isPage(body)) pages += 1
      return (
        (await intercept(body)) ?? fetch(target + new URL(request.url).pathname, { method: 'POST', body })
      )
    },
  })
  app = await startApp({ TURSO_DATABASE_URL: proxy.url })
  target = app.libsql.url
  sponsor = await makePerson(app, 'sponsor')
  await addRequests(app, sponsor, await makePerson(app, 'influencer'), 20_000)
})
afterAll(async () => {
  await app.close()
  await proxy.close()
})
afterEach(() => {
  intercept = async () => null
  pages = 0
})

function isPage(body: string): boolean {
  return body.includes('first_offer')
}

describe('a download', () => {
  it('fails visibly if the database fails in the middle', async () => {
    intercept = async (body) =>
      isPage(body) && pages === 4 ? new Response('The database is gone', { status: 500 }) : null
    const response = await sponsor.browser.send('/exports/ad-requests.csv')
    expect(response.status).toBe(200)
    await expectIncomplete(response)
    expect(pages).toBe(4)
    await expectBrokenOff(app, 'The database answered 500')
  })

  it('fails visibly if the database hangs', async () => {
    const impatient = await app.another({ TURSO_DATABASE_URL: proxy.url, DATABASE_TIMEOUT_MS: '2000' })
    intercept = (body) => (isPage(body) && pages === 2 ? new Promise(() => undefined) : Promise.resolve(null))
    const cookie = `parley_session=${await makeSession(app, sponsor.id)}`
    const response = await fetch(`${impatient}/exports/ad-requests.csv`, { headers: { Cookie: cookie } })
    await expectIncomplete(response)
    await expectBrokenOff(app, '/exports/ad-requests.csv')
  })

  it('may take longer in total than a page of the site', async () => {
    const impatient = await app.another({ TURSO_DATABASE_URL: proxy.url, DATABASE_TIMEOUT_MS: '4000' })
    intercept = async (body) => {
      if (isPage(body)) await new Promise((resolve) => setTimeout(resolve, 350))
      return null
    }
    const cookie = `parley_session=${await makeSession(app, sponsor.id)}`
    const response = await fetch(`${impatient}/exports/ad-requests.csv`, { headers: { Cookie: cookie } })
    expect(parseRows(await response.text())).toHaveLength(20_000)
  })

  it('stops reading when it is canceled', async () => {
    const reading = Promise.withResolvers<void>()
    intercept = async (body) => {
      if (isPage(body) && pages > 1) await reading.promise
      return null
    }
    const abort = new AbortController()
    const response = await sponsor.browser.send('/exports/ad-requests.csv', { signal: abort.signal })
    await response.body?.getReader().read()
    await eventually(() => expect(pages).toBe(2))
    abort.abort()
    reading.resolve()
    // The Worker has answered later requests, so it would have read on by now.
    for (let visit = 0; visit < 5; visit += 1) await sponsor.browser.get('/exports')
    expect(pages).toBe(2)
  })
})

// workerd ends the response as if it were complete, so the file says it.
async function expectIncomplete(response: Response): Promise<void> {
  const rows = parseRows(await response.text())
  expect(rows.length).toBeLessThan(20_000)
  expect(rows.at(-1)?.['Request ID']).toMatch(/^This file is incomplete/)
}
