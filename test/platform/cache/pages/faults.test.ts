import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeCampaign } from '../../../support/campaigns.ts'
import { makePerson, type Person } from '../../../support/people.ts'
import type { Fault } from '../faulty-redis.ts'
import { type Acts, actsIn } from './acts.ts'
import { type Answer, ask, type Site, sessionOf, startSite, type Visit } from './site.ts'

let site: Site
let acts: Acts
let mara: Person
let admin: Person
let visits: Visit[]

beforeAll(async () => {
  site = await startSite()
  acts = actsIn(site)
  mara = await makePerson(site.app, 'influencer', { display_name: 'Mara Lindqvist' })
  admin = await makePerson(site.app, 'admin')
  const northway = await makePerson(site.app, 'sponsor')
  const campaign = await makeCampaign(site.app, northway)
  const cookie = await sessionOf(site, northway)
  visits = [
    ...['/', '/influencers', '/influencers?sort=price', '/campaigns', `/campaigns/${campaign}`].map(
      (path) => ({ path }),
    ),
    { path: '/influencers', as: 'partial' },
    { path: '/influencers', cookie },
    { path: '/home', cookie },
  ]
})
beforeEach(async () => {
  await Promise.all([hits(site.here), hits(site.there)])
  site.redis.commands.length = 0
})
afterEach(() => {
  site.redis.fault = null
})
afterAll(() => site.close())

/** Until the cache gives what it holds. */
function hits(isolate: string) {
  return expect
    .poll(async () => (await ask(isolate, { path: '/influencers' })).cacheStatus, { timeout: 10_000 })
    .toBe('hit')
}

function shownOf({ status, body }: Answer): string {
  return `${status}\n${body}`
}

/** Every page, one after the other, as it is without a cache. */
async function expectRight(isolate: string): Promise<void> {
  for (const visit of visits) await expectToBeRight(visit, await ask(isolate, visit))
}

async function expectToBeRight(visit: Visit, answer: Answer): Promise<void> {
  expect(shownOf(answer), visit.path).toBe(shownOf(await ask(site.uncached, visit)))
}

const broken: readonly Fault[] = [
  'stopped',
  'slow: it answers after 5 seconds',
  'answering 500',
  'answering with a page',
  'answering with half of its JSON',
  'answering with lists in lists',
]

describe.each(broken)('with Redis %s', (fault) => {
  it('every page is right, one visitor tries it, and it is back by itself', async () => {
    site.redis.fault = fault
    const first = await ask(site.here, { path: '/influencers' })
    expect(first.cacheStatus).toBe('bypass')
    expect(site.redis.commands).toHaveLength(1)

    const start = performance.now()
    await expectRight(site.here)
    // In the background, at most once a second.
    const seconds = Math.ceil((performance.now() - start) / 1000)
    expect(site.redis.commands.length).toBeLessThanOrEqual(1 + seconds)

    site.redis.fault = null
    await hits(site.here)
  })
})

it('a page that nobody has seen yet asks Redis once, so that nobody waits twice for a slow one', async () => {
  expect((await ask(site.here, { path: '/influencers?sort=followers' })).status).toBe(200)
  expect(site.redis.commands.filter((command) => command.startsWith('["mget'))).toHaveLength(1)
})

describe('a crowd that comes just when Redis stops answering', () => {
  it('gets its pages, and tries it once for each page at most', async () => {
    site.redis.fault = 'slow: it answers after 5 seconds'
    const crowd = [...visits, ...visits, ...visits]
    const answers = await Promise.all(
      crowd.map(async (visit) => ({ visit, answer: await ask(site.here, visit) })),
    )
    for (const { visit, answer } of answers) await expectToBeRight(visit, answer)
    expect(site.redis.commands.length).toBeLessThanOrEqual(visits.length)
  })
})

describe('what is in Redis and not ours', () => {
  // Another page gets another one in each round.
  it.each([0, 2])('is put right, whatever it is (%i)', async (round) => {
    const spoils: readonly ((entry: string) => string | null)[] = [
      () => '{"v":1,"html":"<b>Hacked</b>"}',
      () => '"<!doctype html><b>Hacked</b>"',
      () => `${crypto.randomUUID()}\n"<b>Hacked</b>"`,
      (entry) => entry.slice(0, entry.length / 2),
      () => null,
    ]
    await expectRight(site.here)
    const { direct } = site.redis
    const keys = (await site.redis.keys()).filter((key) => !key.includes(':v:')).toSorted()
    expect(keys.length).toBeGreaterThan(3)
    for (const [index, key] of keys.entries()) {
      const entry = spoils[(index + round) % spoils.length]?.((await direct.get<string>(key)) ?? '') ?? null
      await direct.del(key)
      await (entry === null ? direct.lpush(key, 'a list') : direct.set(key, entry))
    }
    for (const isolate of [site.here, site.there]) await expectRight(isolate)
    await hits(site.there)
  })

  it('a version that is nothing of ours brings nothing of others', async () => {
    for (const key of await site.redis.keys(':v:influencers')) await site.redis.direct.set(key, '')
    for (const isolate of [site.here, site.there, site.here]) await expectRight(isolate)
  })
})

describe('a suspension that Redis does not hear of', () => {
  it('is seen here at once, and elsewhere as soon as Redis can be told, though nobody comes by', async () => {
    await Promise.all(visits.map((visit) => ask(site.there, visit)))
    site.redis.fault = 'stopped'
    await acts.submit(admin, `/admin/users/${mara.id}`, 'Suspend', { reason: 'Bought followers.' })
    await expectRight(site.here)
    expect((await ask(site.here, { path: '/influencers' })).body).not.toContain('Mara Lindqvist')

    site.redis.fault = null
    await expect
      .poll(async () => (await ask(site.there, { path: '/influencers' })).body, { timeout: 20_000 })
      .not.toContain('Mara Lindqvist')
    await expectRight(site.there)
  })
})
