import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePerson, type Person } from '../../../support/people.ts'
import { type Acts, actsIn } from './acts.ts'
import { ask, type Site, sessionOf, startSite, type Visit } from './site.ts'

let site: Site
let acts: Acts
let mara: Person
let jide: Person
let northway: Person
let admin: Person
/** The page of the campaign that most is done to. */
let boots = '/campaigns/1'
let cookies: Record<'sponsor' | 'influencer' | 'admin', string>

beforeAll(async () => {
  site = await startSite()
  acts = actsIn(site)
  const { app } = site
  mara = await makePerson(app, 'influencer', { display_name: 'Mara Lindqvist' })
  jide = await makePerson(app, 'influencer', { display_name: 'Jide Afolabi' })
  northway = await makePerson(app, 'sponsor', { display_name: 'Northway Outdoor' })
  admin = await makePerson(app, 'admin')
  cookies = {
    sponsor: await sessionOf(site, await makePerson(app, 'sponsor')),
    influencer: await sessionOf(site, jide),
    admin: await sessionOf(site, admin),
  }
})
afterAll(() => site.close())

// In the order of a story: what one has made, the next may change.
describe('whoever comes after a write sees it, here and in another isolate', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['a channel is added', () => acts.submit(mara, '/settings/channels', 'Add channel', instagram)],
    ['a channel is changed', () => changeOwn('channels', { followers: '90000', posts_last_30_days: '8' })],
    ['a price is added', () => acts.submit(mara, '/settings/rates', 'Add price', reel)],
    ['a price is changed', () => changeOwn('rates', { price: '2000' })],
    ['a profile is edited', () => settle('profile', { category: 'travel', niche: 'slow_travel' })],
    ['an influencer takes no requests', () => settle('profile', { availability: 'closed' })],
    ['an influencer is renamed', () => settle('account', { display_name: 'Mara L. Lindqvist' })],
    ['a price is removed', async () => acts.submit(mara, await acts.ownPage(mara, 'rates'), 'Remove price')],
    [
      'a channel is removed',
      async () => acts.submit(mara, await acts.ownPage(mara, 'channels'), 'Remove channel'),
    ],
    ['an influencer signs up', () => acts.signUp('zoe')],
    ['a campaign is published', publishBoots],
    ['a campaign is edited', () => edit({ name: 'Winter Trail Boots', budget: '7,500' })],
    ['its goals are edited', () => edit({ goals: 'Reach a thousand hikers' })],
    ['a sponsor is renamed', () => acts.submit(northway, '/settings/profile', 'Save', norrsken)],
    ['a request is accepted', () => acts.agree(northway, jide, boots)],
  ])('%s', async (_, act) => {
    const before = await warm()
    await act()
    expect(await expectEverywhere(before), 'nobody can see that').not.toEqual(before.seen)
  })
})

describe('what is taken out of sight is nowhere any more, until it is back', () => {
  const lindqvist = 'Mara L. Lindqvist'
  const winter = 'Winter Trail Boots'
  const suspension = (who: () => Person) => [
    () => acts.submit(admin, `/admin/users/${who().id}`, 'Suspend', { reason: 'Not what it says.' }),
    () => acts.submit(admin, `/admin/users/${who().id}`, 'End suspension'),
  ]

  it.each<[string, string, (() => Promise<unknown>)[]]>([
    ['a suspended influencer', lindqvist, suspension(() => mara)],
    [
      'a flagged influencer',
      lindqvist,
      [() => acts.flagInfluencer(mara, Date.now()), () => acts.flagInfluencer(mara, null)],
    ],
    ['the campaign of a suspended sponsor', winter, suspension(() => northway)],
    [
      'a flagged campaign',
      winter,
      [() => acts.flagCampaign(boots, Date.now()), () => acts.flagCampaign(boots, null)],
    ],
    [
      'a campaign made private',
      winter,
      [() => edit({ visibility: 'private' }), () => edit({ visibility: 'public' })],
    ],
    [
      'a paused campaign',
      winter,
      [() => acts.submit(northway, boots, 'Pause campaign'), () => acts.submit(northway, boots, 'Resume')],
    ],
    ['a completed campaign', winter, [() => acts.submit(northway, boots, 'Complete campaign')]],
    ['a deleted campaign', 'Autumn Trail Boots', [() => acts.submit(northway, boots, 'Delete campaign')]],
  ])('%s', async (_, name, [hide, show]) => {
    if (name === 'Autumn Trail Boots') await publishBoots()
    const before = await warm()
    expect(placesOf(name, before.seen).length).toBeGreaterThan(2)
    await hide?.()
    expect(placesOf(name, await expectEverywhere(before))).toEqual([])
    if (!show) return

    const meanwhile = await warm()
    await show()
    expect(placesOf(name, await expectEverywhere(meanwhile))).toEqual(placesOf(name, before.seen))
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

const settle = (page: string, fields: Record<string, string>) =>
  acts.submit(mara, `/settings/${page}`, 'Save', fields)
const edit = (fields: Record<string, string>) => acts.submit(northway, `${boots}/edit`, 'Save', fields)

async function changeOwn(table: 'channels' | 'rates', fields: Record<string, string>): Promise<void> {
  await acts.submit(mara, await acts.ownPage(mara, table), 'Save', fields)
}

async function publishBoots(): Promise<void> {
  boots = await acts.publish(northway, 'Autumn Trail Boots')
}

/** Whatever shows something of people and of campaigns, to each kind of viewer. */
function places(): Visit[] {
  const lists = ['/', '/influencers', '/influencers?sort=newest', '/campaigns', '/campaigns?query=boots']
  const files = ['/sitemaps/influencers-1.xml', '/sitemaps/campaigns-1.xml']
  return [
    ...[...lists, ...files, `/influencers/${mara.id}`, boots].map((path) => ({ path })),
    { path: '/influencers', cookie: cookies.sponsor },
    { path: '/campaigns', cookie: cookies.influencer, as: 'partial' },
    { path: '/campaigns?sort=budget', cookie: cookies.admin },
  ]
}

/** What stands at each place. */
async function whatIsAt(origin: string): Promise<Record<string, string>> {
  const visits = places()
  const answers = await Promise.all(visits.map((visit) => ask(origin, visit)))
  return Object.fromEntries(
    answers.map(({ status, body }, index) => [JSON.stringify(visits[index]), `${status}\n${body}`]),
  )
}

function placesOf(name: string, answers: Record<string, string>): string[] {
  return Object.keys(answers).filter((place) => answers[place]?.includes(name))
}

interface Moment {
  readonly seen: Record<string, string>
  /** How often Redis was given up so far. */
  readonly abandoned: number
}

/** Has both isolates take from the cache what they may. */
async function warm(): Promise<Moment> {
  const isHit = (isolate: string, path: string) =>
    expect.poll(async () => (await ask(isolate, { path })).cacheStatus, { timeout: 10_000 }).toBe('hit')
  for (const isolate of [site.here, site.there])
    await Promise.all(['/', '/influencers', '/campaigns'].map((path) => isHit(isolate, path)))
  return { seen: await whatIsAt(site.there), abandoned: abandonedSoFar() }
}

/** What is right now, when both isolates say so. */
async function expectEverywhere({ abandoned }: Moment): Promise<Record<string, string>> {
  const right = await whatIsAt(site.uncached)
  expect(await whatIsAt(site.here)).toEqual(right)
  // Where the machine was so busy that Redis was given up, the other isolate may be behind for a while.
  if (abandonedSoFar() === abandoned) expect(await whatIsAt(site.there)).toEqual(right)
  else await expect.poll(() => whatIsAt(site.there), { timeout: 20_000 }).toEqual(right)
  return right
}

function abandonedSoFar(): number {
  return site.redis.abandoned + site.otherDoor.abandoned
}
