import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser, byHtmx, fieldsOf, rowNames } from './browser.ts'
import { startThingApp } from './thing-app.ts'
import type { Thing } from './thing-list.tsx'

// Many have the same size, so that an order without the id would skip or repeat some.
const things: Thing[] = Array.from({ length: 130 }, (_, index) => ({
  id: index + 1,
  name: `${['Lamp', 'Chair', '=Desk'][index % 3]} ${index + 1}`,
  state: stateOf(index),
  color: index % 2 ? 'red' : 'blue',
  size: index % 4,
  day: `2026-10-${String((index % 28) + 1).padStart(2, '0')}`,
}))

function stateOf(index: number): Thing['state'] {
  if (index < 100) return 'open'
  return index < 120 ? 'approved' : 'rejected'
}

let app: Awaited<ReturnType<typeof startThingApp>>
let browser: Browser
beforeAll(async () => {
  app = await startThingApp(things)
  browser = app.browser()
})
afterAll(() => app.close())

const nextOf = (document: Document) => document.querySelector('a[rel=next]')?.getAttribute('href') ?? null

async function allNames(path: string): Promise<string[]> {
  const names: string[] = []
  for (let next: string | null = path; next !== null; ) {
    const { document } = await browser.get(next)
    names.push(...rowNames(document))
    next = nextOf(document)
  }
  return names
}

const compare = {
  newest: (a: Thing, b: Thing) => b.id - a.id,
  oldest: (a: Thing, b: Thing) => a.id - b.id,
  largest: (a: Thing, b: Thing) => b.size - a.size || b.id - a.id,
  smallest: (a: Thing, b: Thing) => a.size - b.size || a.id - b.id,
}

describe('the rows', () => {
  test('are those that match, each once, in every order, on all pages and in the file', async () => {
    const anySearch = fc.record({
      sort: fc.constantFrom('newest', 'oldest', 'largest', 'smallest'),
      state: fc.constantFrom('open', 'approved', 'rejected'),
      color: fc.constantFrom('', 'red', 'blue'),
      query: fc.constantFrom('', 'lamp', 'desk', '9'),
    })
    await fc.assert(
      fc.asyncProperty(anySearch, async (search) => {
        const { sort, state, color, query } = search
        const expected = things
          .filter((thing) => thing.state === state && (color === '' || thing.color === color))
          .filter(({ name }) => name.toLowerCase().includes(query))
          .toSorted(compare[sort])
        const path = `/things?${new URLSearchParams(search)}`
        expect(await allNames(path)).toEqual(expected.map(({ name }) => name))
        const { text } = await browser.get(`${path}&format=csv`)
        const ids = text
          .trim()
          .split('\r\n')
          .slice(1)
          .map((line) => Number(line.split(',')[0]))
        expect(ids).toEqual(expected.map(({ id }) => id))
      }),
      { numRuns: 25 },
    )
  })

  test('take one round trip, with the counts and the tabs', async () => {
    app.reads.count = 0
    const { document } = await browser.get('/things?color=red')
    expect(app.reads.count).toBe(1)
    expect(document.querySelector('.list-count')?.textContent).toBe('50 things, newest first')
    expect([...document.querySelectorAll('.tab-count')].map(({ textContent }) => textContent)).toEqual([
      '99+',
      '20',
      '10',
    ])
  })

  test('come without the page to htmx', async () => {
    const { text, document } = await browser.get('/things?color=red', byHtmx)
    expect(text).not.toContain('<html')
    expect(document.querySelector('section#things')).not.toBeNull()
    expect(document.querySelector('form.filters')).toBeNull()
  })
})

describe('searching and sorting', () => {
  test('the form sends the rest of the state, and each chip removes its filter', async () => {
    const { document } = await browser.get(
      '/things?query=lamp&color=red&state=approved&sort=largest&thing_id=5&after=3_5&density=compact',
    )
    const { document: page } = await browser.get(
      '/things?query=lamp&color=red&state=open&sort=largest&thing_id=5',
    )
    expect(fieldsOf(page.querySelector('form.filters'))).toEqual({
      query: ['lamp'],
      color: ['red'],
      day_from: [''],
      thing_id: ['5'],
      sort: ['largest'],
    })
    const chips = [...document.querySelectorAll('.chip-remove')].map((chip) => [
      chip.textContent?.split('×')[0],
      chip.getAttribute('href'),
    ])
    expect(chips).toEqual([
      ['“lamp”', '/things?state=approved&color=red&thing_id=5&sort=largest&density=compact'],
      ['Red', '/things?query=lamp&state=approved&thing_id=5&sort=largest&density=compact'],
      ['Thing 5', '/things?query=lamp&state=approved&color=red&sort=largest&density=compact'],
    ])
  })

  test('a heading says how it is sorted and links to the other order', async () => {
    const { document } = await browser.get('/things?sort=largest&color=red')
    const heading = (text: string) =>
      [...document.querySelectorAll('thead th')].find(({ textContent }) => textContent === text)
    expect(heading('Size')?.getAttribute('aria-sort')).toBe('descending')
    expect(heading('Size')?.querySelector('a')?.getAttribute('href')).toBe('/things?color=red&sort=smallest')
    expect(heading('Thing')?.getAttribute('aria-sort')).toBeNull()
    expect(heading('Thing')?.querySelector('a')?.getAttribute('href')).toBe('/things?color=red&sort=oldest')
    expect(heading('State')?.querySelector('a')).toBeNull()
  })

  test('a list without rows says why', async () => {
    expect((await browser.get('/things?query=sofa')).document.querySelector('.empty')?.textContent).toContain(
      'No things match “sofa”',
    )
    expect((await browser.get('/things?after=1')).document.querySelector('.empty')?.textContent).toContain(
      'No more things',
    )
  })
})

describe('columns and density', () => {
  const headings = (document: Document) =>
    [...document.querySelectorAll('thead th:not(.cell-select, .cell-action)')].map(
      ({ textContent }) => textContent,
    )

  test('are remembered by a cookie, and the URL has the last word', async () => {
    const own = app.browser()
    const before = await own.get('/things')
    expect(headings(before.document)).toEqual(['Thing', 'Size', 'State', 'Color'])

    const saved = await own.post('/list-views/things', [
      ['back', '/things?color=red'],
      ['columns', 'day'],
      ['columns', 'size'],
      ['density', 'compact'],
    ])
    expect([saved.status, saved.headers.get('Location')]).toEqual([303, '/things?color=red'])
    expect(saved.headers.get('Set-Cookie')).toMatch(
      /^parley_list_things=.*Max-Age=31536000.*HttpOnly.*SameSite=Lax/,
    )
    const after = await own.get('/things')
    expect(headings(after.document)).toEqual(['Thing', 'Size', 'Day'])
    expect(after.document.querySelector('.list-compact')).not.toBeNull()
    const chosen = [...after.document.querySelectorAll('.list-view [name=columns]')].filter((box) =>
      box.hasAttribute('checked'),
    )
    expect(chosen.map((box) => box.getAttribute('value'))).toEqual(['size', 'day'])

    const { document } = await own.get('/things?columns=state&density=comfortable')
    expect(headings(document)).toEqual(['Thing', 'State'])
    expect(document.querySelector('.list-comfortable')).not.toBeNull()
    expect((await browser.get('/things')).document.querySelector('.list-compact')).toBeNull()
  })

  test('of columns that the list does not have, nothing is shown', async () => {
    const { document } = await browser.get('/things?columns=nothing,at,all')
    expect(headings(document)).toEqual(['Thing', 'Size', 'State', 'Color'])
  })

  test('leads to no other site', async () => {
    const saved = await browser.post('/list-views/things', [['back', '//evil.example/']])
    expect(saved.headers.get('Location')).toBe('/home')
  })
})

describe('the file', () => {
  test('has the columns that are shown, safe for spreadsheets', async () => {
    const { headers, text } = await browser.get('/things?query=desk+3&sort=oldest&columns=day&format=csv')
    expect(headers.get('Content-Type')).toContain('text/csv')
    expect(headers.get('Content-Disposition')).toContain('Parley things 2026-11-27.csv')
    expect(text.split('\r\n').slice(0, 2)).toEqual(['Id,Name,Day', "3,'=Desk 3,2026-10-03"])
  })

  test('the links of the page have its filters, order and columns', async () => {
    const { document } = await browser.get('/things?color=red&sort=largest&columns=size&after=2_80')
    const links = [...document.querySelectorAll('a[download]')].map((link) => link.getAttribute('href'))
    expect(links).toEqual([
      '/things?color=red&sort=largest&columns=size&format=csv',
      '/things?color=red&sort=largest&columns=size&format=excel',
    ])
    expect((await browser.get(links[1] ?? '')).text.charCodeAt(0)).toBe(0xfeff)
  })
})
