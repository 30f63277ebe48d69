import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeWorld, type World } from '../features/flags/world.ts'
import { type App, startApp } from '../support/app.ts'
import type { Person } from '../support/people.ts'
import { makePerson } from '../support/people.ts'
import type { Page } from '../support/visitor.ts'
import { walk } from './walk.ts'

const names = { sponsor: 'סער ובניו', influencer: 'مريم حسن', campaign: 'נעליים', waiting: 'חברה חדשה' }
const LETTER = /[\u0590-\u08ff]/
const shownAttributes = ['title', 'alt', 'aria-label', 'placeholder']

let app: App
let world: World
let starts: readonly string[]

beforeAll(async () => {
  app = await startApp()
  world = await makeWorld(app)
  const rename = (sql: string, name: string, id: number) => app.db.execute({ sql, args: [name, id] })
  for (const [who, { id }] of [
    ['sponsor', world.sponsor],
    ['influencer', world.influencer],
  ] as const) {
    await rename('update users set display_name = ? where id = ?', names[who], id)
    await rename('update sponsors set company_name = ? where user_id = ?', names.sponsor, id)
  }
  await rename('update campaigns set name = ? where id = ?', names.campaign, world.campaignId)
  await makePerson(app, 'sponsor', { display_name: names.waiting, status: 'pending' })
  await world.influencer.browser.get(`/ad-requests/${world.adRequestId}`)
  await world.influencer.browser.submit('Send message', { message: 'שלום, $5' })
  starts = [
    '/home',
    '/notifications',
    `/ad-requests/${world.adRequestId}`,
    `/campaigns/${world.campaignId}`,
    `/influencers/${world.influencer.id}`,
    `/sponsors/${world.sponsor.id}`,
    '/admin',
    `/admin/users/${world.sponsor.id}`,
    `/admin/flags/new?subject=campaign&subject_id=${world.campaignId}`,
  ]
})
afterAll(() => app.close())

/** The places of a page where words from right to left are not isolated. */
function loose({ document, url }: Page): string[] {
  // The parser makes a node of each character that is written as a reference.
  document.normalize()
  const texts = [...textsOf(document.documentElement)].filter((node) => LETTER.test(node.data))
  const wrong = texts.filter((node) => {
    const parent = node.parentElement
    if (parent?.closest('bdi, [dir="auto"], textarea')) return false
    return !(parent?.closest('title, option, svg') && isIsolated(node.data))
  })
  const labels = shownAttributes.flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
  )
  const wrongLabels = labels.filter((text) => LETTER.test(text) && !isIsolated(text))
  return [...wrong.map((node) => node.data), ...wrongLabels].map((text) => `${url}: ${text.trim()}`)
}

function* textsOf(node: Node): Generator<Text> {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) yield child as Text
    else yield* textsOf(child)
  }
}

function isIsolated(text: string): boolean {
  return !LETTER.test(text.replace(/\u2068[^\u2069]*\u2069/g, ''))
}

it.each([
  ['sponsor', 25],
  ['influencer', 20],
  ['admin', 30],
] as const)('no page of a %s lets a name turn around what stands next to it', async (role, atLeast) => {
  const wrong: string[] = []
  let shown = 0
  const person: Person = world[role]
  const kinds = await walk(person.browser, starts, (page) => {
    expect(page.status, page.url).toBeLessThan(500)
    if (LETTER.test(page.document.documentElement.textContent)) shown += 1
    wrong.push(...loose(page))
  })
  expect(wrong).toEqual([])
  expect(kinds.length).toBeGreaterThan(atLeast)
  expect(shown).toBeGreaterThan(atLeast / 3)
})
