import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, PASSWORD, type Person } from '../../support/people.ts'
import type { Page } from '../../support/visitor.ts'

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

function form(fields: Record<string, string> = {}): Record<string, string> {
  return { about: TYPED, password: PASSWORD, new_password: PASSWORD, code: '123456', ...fields }
}

function expectTyped(page: Page, status: number): void {
  expect(page.status).toBe(status)
  expect(page.document.querySelector('.typed-values')?.textContent).toContain(TYPED)
  expect(page.text).not.toContain(PASSWORD)
  expect(page.text).not.toContain('123456')
}
