import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePerson, type Person } from '../../../support/people.ts'
import { fetchPage, type Isolates, sessionCookie, startIsolates, type Visit } from './isolates.ts'
import { type UserActions, userActionsOn } from './user-actions.ts'

let isolates: Isolates
let actions: UserActions
let mara: Person
let jide: Person
let northway: Person
let admin: Person
/** The page of the campaign that most tests change. */
let boots = '/campaigns/1'
let cookies: Record<'sponsor' | 'influencer' | 'admin', string>

beforeAll(async () => {
  isolates = await startIsolates()
  actions = userActionsOn(isolates)
  const { app } = isolates
  mara = await makePerson(app, 'influencer', { display_name: 'Mara Lindqvist' })
  jide = await makePerson(app, 'influencer', { display_name: 'Jide Afolabi' })
  northway = await makePerson(app, 'sponsor', { display_name: 'Northway Outdoor' })
  admin = await makePerson(app, 'admin')
  cookies = {
    sponsor: await sessionCookie(isolates, await makePerson(app, 'sponsor')),
    influencer: await sessionCookie(isolates, jide),
    admin: await sessionCookie(isolates, admin),
  }
})
afterAll(() => isolates.close())

// The tests follow one another: each may change what an earlier one has created.
describe('after a write, every request sees the change, in both isolates', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['a channel is added', () => actions.submit(mara, '/settings/channels', 'Add channel', instagram)],
    ['a channel is changed', () => editMara('channels', { followers: '90000', posts_last_30_days: '8' })],
    ['a price is added', () => actions.submit(mara, '/settings/rates', 'Add price', reel)],
    ['a price is changed', () => editMara('rates', { price: '2000' })],
    ['a profile is edited', () => editSettings('profile', { category: 'travel', niche: 'slow_travel' })],
    ['an influencer takes no requests', () => editSettings('profile', { availability: 'closed' })],
    ['an influencer is renamed', () => editSettings('account', { display_name: 'Mara L. Lindqvist' })],
    [
      'a price is removed',
      async () => actions.submit(mara, await actions.editPath(mara, 'rates'), 'Remove price'),
    ],
    [
      'a channel is removed',
      async () => actions.submit(mara, await actions.editPath(mara, 'channels'), 'Remove channel'),
    ],
    ['an influencer signs up', () => actions.signUp('zoe')],
    ['a campaign is published', publishBoots],
    ['a campaign is edited', () => editCampaign({ name: 'Winter Trail Boots', budget: '7,500' })],
    ['its goals are edited', () => editCampaign({ goals: 'Reach a thousand hikers' })],
    ['a sponsor is renamed', () => actions.submit(northway, '/settings/profile', 'Save', norrsken)],
    ['a request is accepted', () => actions.agree(northway, jide, boots)],
  ])('%s', async (_, act) => {
    const before = await warmUp()
    await act()
    expect(await expectFreshPages(), 'no page shows the change').not.toEqual(before)
  })
})

describe('no page shows what was hidden, until it is visible again', () => {
  const lindqvist = 'Mara L. Lindqvist'
  const winter = 'Winter Trail Boots'
  const suspension = (who: () => Person) => [
    () => actions.submit(admin, `/admin/users/${who().id}`, 'Suspend', { reason: 'Not what it says.' }),
    () => actions.submit(admin, `/admin/users/${who().id}`, 'End suspension'),
  ]

  it.each<[string, string, (() => Promise<unknown>)[]]>([
    ['a suspended influencer', lindqvist, suspension(() => mara)],
    [
      'a flagged influencer',
      lindqvist,
      [() => actions.flagInfluencer(mara, Date.now()), () => actions.flagInfluencer(mara, null)],
    ],
    ['the campaign of a suspended sponsor', winter, suspension(() => northway)],
    [
      'a flagged campaign',
      winter,
      [() => actions.flagCampaign(boots, Date.now()), () => actions.flagCampaign(boots, null)],
    ],
    [
      'a campaign made private',
      winter,
      [() => editCampaign({ visibility: 'private' }), () => editCampaign({ visibility: 'public' })],
    ],
    [
      'a paused campaign',
      winter,
      [
        () => actions.submit(northway, boots, 'Pause campaign'),
        () => actions.submit(northway, boots, 'Resume'),
      ],
    ],
    ['a completed campaign', winter, [() => actions.submit(northway, boots, 'Complete campaign')]],
    ['a deleted campaign', 'Autumn Trail Boots', [() => actions.submit(northway, boots, 'Delete campaign')]],
  ])('%s', async (_, name, [hide, show]) => {
    if (name === 'Autumn Trail Boots') await publishBoots()
    const before = await warmUp()
    expect(pagesWith(name, before).length).toBeGreaterThan(2)
    await hide?.()
    expect(pagesWith(name, await expectFreshPages())).toEqual([])
    if (!show) return

    await warmUp()
    await show()
    expect(pagesWith(name, await expectFreshPages())).toEqual(pagesWith(name, before))
  })
})

const instagram = {
  platform: 'instagram',
  handle: '@mara.outside',
  url: 'https://example.com/mara',
  followers: '182,400',
  average_views: '90000',
  average_likes: '7000',
  average_comments: '478',
  posts_last_30_days: '6',
}
const reel = { kind: 'reel', price: '1200', days: '5' }
const norrsken = { company_name: 'Norrsken' }

const editSettings = (page: string, fields: Record<string, string>) =>
  actions.submit(mara, `/settings/${page}`, 'Save', fields)
const editCampaign = (fields: Record<string, string>) =>
  actions.submit(northway, `${boots}/edit`, 'Save', fields)

async function editMara(table: 'channels' | 'rates', fields: Record<string, string>): Promise<void> {
  await actions.submit(mara, await actions.editPath(mara, table), 'Save', fields)
}

async function publishBoots(): Promise<void> {
  boots = await actions.publish(northway, 'Autumn Trail Boots')
}

/** Pages that show people and campaigns, for each kind of viewer. */
function watchedPages(): Visit[] {
  const lists = ['/', '/influencers', '/influencers?sort=newest', '/campaigns', '/campaigns?query=boots']
  const files = ['/sitemaps/influencers-1.xml', '/sitemaps/campaigns-1.xml']
  return [
    ...[...lists, ...files, `/influencers/${mara.id}`, boots].map((path) => ({ path })),
    { path: '/influencers', cookie: cookies.sponsor },
    { path: '/campaigns', cookie: cookies.influencer, as: 'partial' },
    { path: '/campaigns?sort=budget', cookie: cookies.admin },
  ]
}

/** The status and HTML of each watched page. */
async function fetchPages(origin: string): Promise<Record<string, string>> {
  const visits = watchedPages()
  const answers = await Promise.all(visits.map((visit) => fetchPage(origin, visit)))
  return Object.fromEntries(
    answers.map(({ status, body }, index) => [JSON.stringify(visits[index]), `${status}\n${body}`]),
  )
}

function pagesWith(name: string, pages: Record<string, string>): string[] {
  return Object.keys(pages).filter((page) => pages[page]?.includes(name))
}

/** Waits until both isolates serve from the cache, and returns what they show. */
async function warmUp(): Promise<Record<string, string>> {
  const isHit = (isolate: string, path: string) =>
    expect.poll(async () => (await fetchPage(isolate, { path })).cacheStatus).toBe('hit')
  for (const isolate of [isolates.first, isolates.second])
    await Promise.all(['/', '/influencers', '/campaigns'].map((path) => isHit(isolate, path)))
  return fetchPages(isolates.second)
}

/** Expects both isolates to show the same as without a cache, and returns that. */
async function expectFreshPages(): Promise<Record<string, string>> {
  const expected = await fetchPages(isolates.uncached)
  expect(await fetchPages(isolates.first)).toEqual(expected)
  expect(await fetchPages(isolates.second)).toEqual(expected)
  return expected
}
