import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, type Person } from '../../support/people.ts'

let app: App
let sponsor: Person
let influencer: Person

beforeAll(async () => {
  app = await startApp()
  sponsor = await makePerson(app, 'sponsor')
  influencer = await makePerson(app, 'influencer')
})
afterAll(() => app.close())

type Fields = Record<string, string | readonly string[]>

const account = { username: 'fine.name', email: 'fine@x.example', password: 'seven green otters' }
const sponsorFields = { company_name: 'Northway', industry: 'Gear' }
const influencerFields = { category: 'outdoors', niche: 'hiking', languages: ['en'] }
const channel = {
  platform: 'blog',
  handle: 'fine',
  url: 'https://example.com',
  followers: '1',
  average_views: '1',
  average_likes: '1',
  average_comments: '1',
  posts_last_30_days: '1',
  metrics_date: new Date().toISOString().slice(0, 10),
}
const rate = { kind: 'reel', price: '100', days: '3' }

const long = 'x'.repeat(5_000)
const blank = ['', '   ', '\u0000', '\u200b\u200b', '\u3164', '\u2800']
const house = ['Parley', 'Раrlеу Support', 'ＡＤＭＩＮ', 'sup\u00adport']
const text = [long, ['one', 'two']]
const name = [...text, ...blank, '🌲🌲', '\u0301\u0302', '\u202e\u202e', '<>']
const number = [
  '',
  '-1',
  '1.5',
  '12,5',
  '1.234',
  '1e9',
  '99999999999999999999',
  'many',
  'NaN',
  ['1', '2'],
  '<b>',
]
const money = ['-5', '1.234', '1e3', '99999999999999', '€5', '12,50', '1.000,00', ['1', '2'], 'DROP TABLE']
const choice = ['', 'nonsense', '__proto__', 'constructor', ['beauty', 'food'], '<script>']
const link = [
  'javascript:alert(1)',
  'ftp://x.example',
  'not an address',
  'https://https://x.example',
  'https://mara:secret@x.example',
  `https://x.example/${long}`,
  ['a', 'b'],
]

const forms: Record<
  string,
  { path: string; by?: () => Person; fine: Fields; hostile: Record<string, Fields[string][]> }
> = {
  'sign-up of a sponsor': {
    path: '/sign-up/sponsor',
    fine: { ...account, ...sponsorFields },
    hostile: {
      username: [...name, ...house, 'mara lind', 'мара', "'; drop table users --", 'a@b.c'],
      email: [
        ...text,
        ...blank,
        'nobody',
        'a@b',
        'a b@x.example',
        'jürgen@x.example',
        '<b>@x.example',
        `${'x'.repeat(250)}@x.example`,
      ],
      password: ['', ' ', long, ['seven green otters', 'eight red otters'], 'password', '🌲'.repeat(129)],
      display_name: [...text, ...house, '🌲🌲', '\u200b\u200b'],
      company_name: [...name, ...house],
      industry: name,
      annual_budget: money,
      website: link,
      about: text,
      time_zone: ['Mars/Olympus', '+05:00', long, ['UTC', 'UTC']],
    },
  },
  'sign-up of an influencer': {
    path: '/sign-up/influencer',
    fine: { ...account, ...influencerFields },
    hostile: {
      category: choice,
      niche: [...choice, 'skincare'],
      bio: text,
      country: ['XX', 'Sweden', '<>', ['SE', 'NO']],
      city: [...text, '🌲'],
      languages: ['xx', ['en', 'xx'], ['en', 'sv', 'no', 'de', 'fr', 'es', 'it'], '<b>'],
    },
  },
  'profile of a sponsor': {
    path: '/settings/profile',
    by: () => sponsor,
    fine: sponsorFields,
    hostile: {
      company_name: [...name, ...house],
      industry: name,
      annual_budget: money,
      website: link,
      about: text,
    },
  },
  'profile of an influencer': {
    path: '/settings/profile',
    by: () => influencer,
    fine: { ...influencerFields, availability: 'open' },
    hostile: { category: choice, niche: [...choice, 'skincare'], bio: text, availability: choice },
  },
  account: {
    path: '/settings/account',
    by: () => sponsor,
    fine: { display_name: 'Fine' },
    hostile: {
      display_name: [...name, ...house],
      time_zone: ['Mars/Olympus', '-01'],
    },
  },
  'e-mail address': {
    path: '/settings/email',
    by: () => sponsor,
    fine: { email: 'fine@x.example', current_password: 'seven green otters' },
    hostile: {
      email: [...text, ...blank, 'nobody', 'a@b'],
      current_password: ['', long, ['a', 'b']],
    },
  },
  channels: {
    path: '/settings/channels',
    by: () => influencer,
    fine: channel,
    hostile: {
      platform: choice,
      handle: [...name, '@', '@@', 'https://'],
      url: ['', ...link],
      followers: [...number, '2000000001'],
      average_views: number,
      average_likes: number,
      average_comments: number,
      posts_last_30_days: [...number, '3001'],
      metrics_date: [
        '',
        '2026-02-30',
        '31.12.2026',
        '2099-01-01',
        '0001-01-01',
        ['2026-01-01', '2026-01-02'],
      ],
    },
  },
  rates: {
    path: '/settings/rates',
    by: () => influencer,
    fine: rate,
    hostile: { kind: choice, price: ['', '0', '0.99', ...money], days: [...number, '0', '366'] },
  },
}

for (const [title, { path, by, fine, hostile }] of Object.entries(forms)) {
  for (const [field, values] of Object.entries(hostile)) {
    test(`${title}: ${field} is refused at its field, and the submitted values are kept`, async () => {
      const browser = by ? by().browser : app.visitor()
      for (const value of values) {
        const submitted = { ...fine, [field]: value }
        const page = await browser.post(path, submitted)
        const shown = JSON.stringify(value).slice(0, 60)
        expect(page.status, shown).toBe(422)
        expect(page.document.querySelector(`#field-${field}-error`), shown).not.toBeNull()
        for (const [name, kept] of Object.entries(submitted)) {
          if (typeof kept !== 'string' || name === field || name.includes('password')) continue
          expect(valueAt(page.document, name), `${shown} keeps ${name}`).toBe(kept)
        }
      }
    })
  }
}

test('a refused text comes back unchanged', async () => {
  const odd = ` <script>alert(1)</script> "quoted" & 🌲 مرحبا \u202e${'x'.repeat(120)}`
  const about = '\n\n  two  spaces, then an end \n'
  const page = await sponsor.browser.post('/settings/profile', { company_name: odd, industry: '', about })
  expect(page.status).toBe(422)
  expect(page.html).not.toContain('<script>alert')
  expect(valueAt(page.document, 'company_name')).toBe(odd)
  expect(page.document.querySelector('#field-about')?.textContent).toBe(`\n${about}`)
})

test('nothing refused was saved', async () => {
  const { rows } = await app.db.execute(
    'select (select count(*) from users) as users, (select count(*) from channels) as channels, (select count(*) from rates) as rates',
  )
  expect(rows[0]).toMatchObject({ users: 2, channels: 0, rates: 0 })
})

function valueAt(document: Document, name: string): string | null {
  const field = document.querySelector(`#field-${name}`)
  if (field?.tagName === 'SELECT') return field.querySelector('option[selected]')?.getAttribute('value') ?? ''
  if (!field) return document.querySelector(`[name="${name}"][checked]`)?.getAttribute('value') ?? null
  if (field.getAttribute('type') === 'radio')
    return document.querySelector(`[name="${name}"][checked]`)?.getAttribute('value') ?? null
  return field.getAttribute('value') ?? field.textContent
}
