import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, byHtmx, fieldsOf } from './browser.ts'
import { startThingApp } from './thing-app.ts'
import type { Thing } from './thing-list.tsx'

const things: Thing[] = Array.from({ length: 45 }, (_, index) => ({
  id: index + 1,
  name: `Thing ${index + 1}`,
  state: 'open',
  color: 'red',
  size: 1,
  day: '2026-10-01',
}))

let app: Awaited<ReturnType<typeof startThingApp>>
let browser: Browser
beforeAll(async () => {
  app = await startThingApp(things)
  browser = app.browser()
})
afterAll(() => app.close())

/** What replaces an element, by its selector. */
function replacements(document: Document): Map<string, Element> {
  const partials = [...document.querySelectorAll('hx-partial')]
  return new Map(partials.map((partial) => [partial.getAttribute('hx-target') ?? '', partial]))
}

const path = (id: number, action = 'approval') => `/things/${id}/${action}?color=red&sort=oldest&after=20`

describe('a row action', () => {
  test('posts to a URL with the state of the list', async () => {
    const { document } = await browser.get('/things?color=red&sort=oldest&after=20')
    const form = document.querySelector('#things-21 form')
    expect(form?.getAttribute('action')).toBe(path(21))
    expect(form?.getAttribute('hx-post')).toBe(path(21))
  })

  test('answers htmx with the row as it is now, although it has left the list, and every count', async () => {
    app.reads.count = 0
    const { status, document } = await browser.post(path(21), [], byHtmx)
    expect([status, app.reads.count]).toEqual([200, 1])
    const parts = replacements(document)
    const row = parts.get('#things-21')?.querySelector('tr')
    expect(row?.className).toBe('is-changed')
    expect(row?.textContent).toMatch(/Thing 21.*approved/)
    expect(row?.querySelector('form')).toBeNull()
    expect(parts.get('#things-count')?.textContent?.trim()).toBe('44 things')
    expect(parts.get('#things-count-open')?.textContent?.trim()).toBe('44')
    expect(parts.get('#things-count-approved')?.textContent?.trim()).toBe('1')
    for (const navigation of ['.top-nav', '.menu-nav'])
      expect(parts.get(navigation)?.textContent).toContain('Sponsors1')
    expect(parts.get('#flash')?.textContent).toContain('Approved.')
  })

  test('sends a plain form back to the same page of the list, with the same text', async () => {
    const { status, headers } = await browser.post(path(22))
    expect([status, headers.get('Location')]).toEqual([303, '/things?color=red&sort=oldest&after=20'])
    const { document } = await browser.get(headers.get('Location') ?? '')
    expect(document.querySelector('#flash')?.textContent).toContain('Approved.')
    expect(document.querySelector('#things-22')).toBeNull()
  })

  test('that comes too late shows the row as it is, and why, in the row', async () => {
    const { status, document } = await browser.post(path(22), [], byHtmx)
    expect(status).toBe(409)
    const row = replacements(document).get('#things-22')?.querySelector('tr')
    expect(row?.textContent).toMatch(/Thing 22It is not open any more\..*approved/)
    expect(row?.querySelector('[role=alert]')).not.toBeNull()

    const plain = await browser.post(path(22))
    expect(plain.status).toBe(409)
    expect(plain.document.querySelector('#things-22')?.textContent).toContain('It is not open any more.')
    expect(plain.document.querySelectorAll('tbody tr')).toHaveLength(21)
  })

  test('with an error keeps its question open and what was typed', async () => {
    for (const headers of [byHtmx, {}]) {
      const { status, document } = await browser.post(path(23, 'rejection'), [['reason', '']], headers)
      expect(status).toBe(422)
      const row = document.querySelector('#things-23, [hx-target="#things-23"] tr')
      expect(row?.querySelector('details')?.hasAttribute('open')).toBe(true)
      expect(row?.textContent).toContain('Give a reason')
    }
    expect((await browser.post(path(23, 'rejection'), [['reason', 'Old']], byHtmx)).status).toBe(200)
  })

  test('on a row that does not exist is a 404', async () => {
    expect((await browser.post(path(999), [], byHtmx)).status).toBe(404)
  })

  test('by two admins at once happens once', async () => {
    const answers = await Promise.all([30, 30, 30].map((id) => app.browser().post(path(id), [], byHtmx)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
  })
})

describe('a bulk action', () => {
  test('has a check box in each row, and sends what the list showed and when', async () => {
    const { document } = await browser.get('/things?color=red')
    const boxes = document.querySelectorAll('tbody [name=selected]')
    expect(boxes).toHaveLength(20)
    expect(boxes[0]?.getAttribute('form')).toBe('things-bulk')
    expect(fieldsOf(document.querySelector('#things-bulk'))).toEqual({
      matching: ['color=red'],
      seen_at: [String(Date.parse('2026-11-27T10:00:00Z'))],
      count: ['41'],
    })
  })
})
