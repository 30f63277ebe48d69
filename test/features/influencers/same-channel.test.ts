import { afterAll, beforeAll, expect, it } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { makePerson, type Person } from '../../support/people.ts'

let app: App
let influencer: Person
let other: Person

beforeAll(async () => {
  app = await startApp()
  influencer = await makePerson(app, 'influencer')
  other = await makePerson(app, 'influencer')
})
afterAll(() => app.close())

const numbers = {
  followers: '18.4k',
  average_views: '1,200',
  average_likes: '90',
  average_comments: '7',
  posts_last_30_days: '4',
  metrics_date: new Date().toISOString().slice(0, 10),
}

function add(person: Person, platform: string, handle: string, url = '') {
  return person.browser.post('/settings/channels', { ...numbers, platform, handle, url })
}

async function stored(): Promise<string[]> {
  const { rows } = await app.db.execute('select platform, handle, url, followers from channels order by id')
  return rows.map(({ platform, handle, url, followers }) => `${platform} ${handle} ${url} ${followers}`)
}

it('a pasted address is stored as the handle and the address', async () => {
  await add(influencer, 'youtube', 'https://www.youtube.com/@Mara?si=x')
  await add(influencer, 'podcast', 'Émission de Mara', 'mara.example/podcast')
  expect(await stored()).toEqual([
    'youtube mara https://www.youtube.com/@mara 18400',
    'podcast Émission de Mara https://mara.example/podcast 18400',
  ])
})

it.each([
  ['youtube', 'mara'],
  ['youtube', '@MARA'],
  ['youtube', 'ma\u200bra'],
  ['youtube', 'youtube.com/@mara/videos'],
  ['podcast', 'émission  de mara'],
])('the same account is refused at its handle: %s %j', async (platform, handle) => {
  const page = await add(influencer, platform, handle, platform === 'podcast' ? 'https://other.example' : '')
  expect(page.status).toBe(422)
  expect(page.document.querySelector('#field-handle-error')?.textContent).toContain(
    'already have this channel',
  )
  expect(page.document.querySelector('#field-handle')?.getAttribute('value')).toBe(handle)
  expect(await stored()).toHaveLength(2)
})

it('an address of somebody else is refused at the address, and one that is missing too', async () => {
  const wrong = await add(influencer, 'tiktok', 'mara', 'https://www.tiktok.com/@nils')
  expect(wrong.document.querySelector('#field-url-error')?.textContent).toBe(
    'This is the address of nils, not of mara',
  )
  const missing = await add(influencer, 'blog', 'Mara outside')
  expect(missing.document.querySelector('#field-url-error')?.textContent).toMatch(/web address/)
  expect(await stored()).toHaveLength(2)
})

it('an account elsewhere with the same name, and another influencer with the same account, are fine', async () => {
  expect((await add(influencer, 'tiktok', '@mara')).status).toBe(200)
  expect((await add(other, 'youtube', '@mara')).status).toBe(200)
  expect(await stored()).toHaveLength(4)
})
