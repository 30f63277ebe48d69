import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, PASSWORD, type Person } from '../../support/people.ts'
import type { Page } from '../../support/visitor.ts'

const DAY = 86_400_000
const TYPED = 'Typed with great care, & <b>twice</b>'

let app: App
let sponsor: Person
beforeAll(async () => {
  app = await startApp()
  sponsor = await makePerson(app, 'sponsor')
})
afterAll(() => app.close())

describe('an error page after a form lists what was typed, and no secret', () => {
  test('403: somebody who may not do that', async () => {
    const pending = await makePerson(app, 'sponsor', { status: 'pending' })
    const page = await pending.browser.post('/campaigns/new', form())
    expectTyped(page, 403)
  })

  test('404: the thing is gone', async () => {
    expectTyped(await sponsor.browser.post('/campaigns/999999/edit', form()), 404)
    expectTyped(await sponsor.browser.post('/ad-requests/999999/messages', form()), 404)
    expectTyped(await app.visitor().post('/no-such-page', form()), 404)
  })

  test('409: somebody else was faster', async () => {
    const { browser } = sponsor
    await browser.get('/shortlists')
    await browser.submit('Create shortlist', { name: 'Autumn hikers' })
    const { url } = browser.page
    await browser.submit('Save name', { name: 'Winter hikers' })
    const page = await browser.post(`${url}/name`, { version: '1', name: 'A name with great care' })
    expect(page.status).toBe(409)
    expect(page.document.querySelector('.typed-values')?.textContent).toContain('A name with great care')
  })

  test('413: more than fits into any form', async () => {
    const long = `${TYPED} ${'and much more. '.repeat(20_000)}`
    expectTyped(await sponsor.browser.post('/settings/profile', form({ about: long })), 413)
    const enormous = await sponsor.browser.post('/settings/profile', form({ about: 'x'.repeat(2_000_000) }))
    expect(enormous.status).toBe(413)
    expect(enormous.text).toContain('Your browser still has what you typed')
  })

  test('500: an error of ours, for visitors too', async () => {
    await app.db.execute('alter table attempts rename to attempts_elsewhere')
    await app.db.execute('alter table sponsors rename to sponsors_elsewhere')
    try {
      expectTyped(await app.visitor().post('/forgot-password', form({ account: 'mara' })), 500)
      expectTyped(await sponsor.browser.post('/settings/profile', form({ industry: 'Outdoor gear' })), 500)
    } finally {
      await app.db.execute('alter table attempts_elsewhere rename to attempts')
      await app.db.execute('alter table sponsors_elsewhere rename to sponsors')
      expect(app.errors.splice(0)).toHaveLength(2)
    }
  })

  test('also where htmx sends the form', async () => {
    const page = await sponsor.browser.post('/campaigns/999999/edit', form(), {
      'HX-Request-Type': 'partial',
    })
    expectTyped(page, 404)
    expect(page.headers.get('HX-Retarget')).toBe('body')
  })
})

test("another site's form is not shown: it could put any words on our page", async () => {
  const page = await sponsor.browser.post('/settings/profile', form(), { Origin: 'https://evil.example' })
  expect(page.status).toBe(403)
  expect(page.text).not.toContain('great care')
})

describe('a form that is refused before we know who sent it', () => {
  const refusals = [
    ['413: it is too large', { about: 'x'.repeat(300_000) }, {}, 413],
    ["403: it is another site's", {}, { Origin: 'https://evil.example' }, 403],
    ["403: the browser says that it is another site's", {}, { 'Sec-Fetch-Site': 'cross-site' }, 403],
  ] as const

  test.each(refusals)(
    '%s: whoever is signed in sees their own header',
    async (_, fields, headers, status) => {
      const page = await sponsor.browser.post('/settings/profile', form(fields), headers)
      expect(page.status).toBe(status)
      expect(headerOf(page)).toContain('Your account, sponsor')
      expect(headerOf(page)).not.toContain('Sign in')
      expect(page.document.querySelector('main a[href="/home"]')).not.toBeNull()
    },
  )

  test.each(refusals)('%s: others see that of a visitor', async (_, fields, headers, status) => {
    const ended = app.visitor()
    ended.setCookie('parley_session', 'a session that has ended')
    for (const browser of [app.visitor(), ended]) {
      const page = await browser.post('/settings/profile', form(fields), headers)
      expect(page.status).toBe(status)
      expect(headerOf(page)).toContain('Sign in')
    }
  })

  test.each(refusals)('%s: it changes nothing, and does not count as a visit', async (_, fields, headers) => {
    // Half of its time is over, so a visit would prolong it, and would be noted.
    await app.db.execute({
      sql: 'update sessions set last_seen_at = 1, expires_at = ? where user_id = ?',
      args: [Date.now() + DAY, sponsor.id],
    })
    const state = () =>
      app.db.execute({
        sql: `select sessions.*, users.last_seen_at as seen from sessions join users on users.id = user_id where user_id = ?`,
        args: [sponsor.id],
      })
    const before = (await state()).rows
    const response = await sponsor.browser.post('/settings/profile', form(fields), headers)
    expect(response.headers.getSetCookie()).toEqual([])
    await expectNoWrites(async () => expect((await state()).rows).toEqual(before))
    await sponsor.browser.get('/settings/account')
    await expect.poll(async () => (await state()).rows).not.toEqual(before)
  })
})

function headerOf({ document }: Page): string {
  return document.querySelector('header.top')?.textContent ?? ''
}

/** Runs the check twice, with a page in between, whose own writes come after those that must not come. */
async function expectNoWrites(check: () => Promise<void>): Promise<void> {
  await check()
  await app.visitor().get('/help')
  await check()
}

function form(fields: Record<string, string> = {}): Record<string, string> {
  return { about: TYPED, password: PASSWORD, new_password: PASSWORD, code: '123456', ...fields }
}

function expectTyped(page: Page, status: number): void {
  expect(page.status).toBe(status)
  expect(page.document.querySelector('.typed-values')?.textContent).toContain(TYPED)
  expect(page.text).not.toContain(PASSWORD)
  expect(page.text).not.toContain('123456')
}
