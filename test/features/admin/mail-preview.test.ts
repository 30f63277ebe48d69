import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notificationKinds } from '../../../src/features/notifications/notification-kinds.ts'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, type Person } from '../../support/people.ts'

describe('on one’s own machine', () => {
  let app: App
  let admin: Person
  beforeAll(async () => {
    app = await startApp({ PUBLIC_URL: 'http://localhost:8787' })
    admin = await makePerson(app, 'admin')
  })
  afterAll(() => app.close())

  it('an admin sees every kind of e-mail as HTML and as text', async () => {
    const { browser } = admin
    await browser.get('/admin/mail/preview')
    for (const kind of Object.keys(notificationKinds)) expect(browser.sees(kind)).toBe(true)

    await browser.get('/admin/mail/preview/ad_request_invitation')
    expect(browser.page.document.querySelector('h1')?.textContent).toMatch(/^Answer by .*Autumn Trail Boots$/)
    expect(browser.page.document.querySelector('pre')?.textContent).toContain('Payment: $1,200.00')
    const frame = browser.page.document.querySelector('iframe')
    expect(frame?.getAttribute('sandbox')).toBe('')
    expect(frame?.getAttribute('src')).toBe('/admin/mail/preview/ad_request_invitation/html')
  })

  it('the e-mail itself may be framed by the preview, but can neither run nor load anything', async () => {
    const page = await admin.browser.send('/admin/mail/preview/password_changed')
    expect(page.headers.get('Content-Security-Policy')).toContain("frame-src 'self'")
    const response = await admin.browser.send('/admin/mail/preview/password_changed/html')
    expect(response.headers.get('Content-Security-Policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
    )
    expect(response.headers.get('X-Frame-Options')).toBe('SAMEORIGIN')
    expect(await response.text()).toContain('Your password was changed')
  })

  it('an unknown kind is a 404, and so is everything for anybody else', async () => {
    for (const kind of ['nonsense', '__proto__', 'constructor']) {
      expect((await admin.browser.get(`/admin/mail/preview/${kind}`)).status).toBe(404)
    }
    const sponsor = await makePerson(app, 'sponsor')
    expect((await sponsor.browser.get('/admin/mail/preview')).status).toBe(404)
    expect((await sponsor.browser.get('/admin/mail/preview/password_changed/html')).status).toBe(404)
  })
})

describe('anywhere else', () => {
  let app: App
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app.close())

  it('the previews are a 404, also for admins', async () => {
    const { browser } = await makePerson(app, 'admin')
    for (const path of ['', '/password_changed', '/password_changed/html']) {
      expect((await browser.get(`/admin/mail/preview${path}`)).status).toBe(404)
    }
  })
})
