import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeCampaign } from '../../../support/campaigns.ts'
import { makePerson, type Person } from '../../../support/people.ts'
import type { Fault } from '../faulty-redis.ts'
import {
  type Answer,
  fetchPage,
  type Isolates,
  sessionCookie,
  startIsolates,
  type Visit,
} from './isolates.ts'
import { type UserActions, userActionsOn } from './user-actions.ts'

let isolates: Isolates
let actions: UserActions
let mara: Person
let admin: Person
let visits: Visit[]

beforeAll(async () => {
  // Shorter than the faults that are slow, and long enough for a busy machine.
  isolates = await startIsolates({ REDIS_TIMEOUT_MS: '800' })
  actions = userActionsOn(isolates)
  mara = await makePerson(isolates.app, 'influencer', { display_name: 'Mara Lindqvist' })
  admin = await makePerson(isolates.app, 'admin')
  const northway = await makePerson(isolates.app, 'sponsor')
  const campaign = await makeCampaign(isolates.app, northway)
  const cookie = await sessionCookie(isolates, northway)
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
  await Promise.all([waitForHit(isolates.first), waitForHit(isolates.second)])
  isolates.redis.commands.length = 0
})
afterEach(() => {
  isolates.redis.fault = null
})
afterAll(() => isolates.close())

/** Waits until the isolate serves a page from the cache. */
function waitForHit(isolate: string) {
  return expect.poll(async () => (await fetchPage(isolate, { path: '/influencers' })).cacheStatus).toBe('hit')
}

function shownOf({ status, body }: Answer): string {
  return `${status}\n${body}`
}

/** Expects every page to be the same as without a cache. */
async function expectRightPages(isolate: string): Promise<void> {
  for (const visit of visits) await expectRightPage(visit, await fetchPage(isolate, visit))
}

async function expectRightPage(visit: Visit, answer: Answer): Promise<void> {
  expect(shownOf(answer), visit.path).toBe(shownOf(await fetchPage(isolates.uncached, visit)))
}

const testedFaults: readonly Fault[] = [
  'stopped',
  'slow: it answers after 5 seconds',
  'answering 500',
  'answering with a page',
  'answering with half of its JSON',
  'answering with lists in lists',
]

describe.each(testedFaults)('with Redis %s', (fault) => {
  it('every page is right, only one visitor waits for Redis, and the cache recovers by itself', async () => {
    isolates.redis.fault = fault
    const first = await fetchPage(isolates.first, { path: '/influencers' })
    expect(first.cacheStatus).toBe('bypass')
    expect(isolates.redis.commands).toHaveLength(1)

    const start = performance.now()
    await expectRightPages(isolates.first)
    // The attempts in the background come at most once a second.
    const seconds = Math.ceil((performance.now() - start) / 1000)
    expect(isolates.redis.commands.length).toBeLessThanOrEqual(1 + seconds)

    isolates.redis.fault = null
    await waitForHit(isolates.first)
  })
})

it('a page that is not cached yet is looked up only once, because a slow Redis would delay it twice', async () => {
  expect((await fetchPage(isolates.first, { path: '/influencers?sort=followers' })).status).toBe(200)
  expect(isolates.redis.commands.filter((command) => command.startsWith('["mget'))).toHaveLength(1)
})

describe('many requests at the moment when Redis stops answering', () => {
  it('get their pages, and ask Redis at most once for each page', async () => {
    isolates.redis.fault = 'slow: it answers after 5 seconds'
    const requests = [...visits, ...visits, ...visits]
    const answers = await Promise.all(
      requests.map(async (visit) => ({ visit, answer: await fetchPage(isolates.first, visit) })),
    )
    for (const { visit, answer } of answers) await expectRightPage(visit, answer)
    expect(isolates.redis.commands.length).toBeLessThanOrEqual(visits.length)
  })
})

describe('with corrupt entries in Redis', () => {
  // In each round, an entry is corrupted in a different way.
  it.each([0, 2])('every page is right (round %i)', async (round) => {
    const corruptions: readonly ((entry: string) => string | null)[] = [
      () => '{"v":1,"html":"<b>Hacked</b>"}',
      () => '"<!doctype html><b>Hacked</b>"',
      () => `${crypto.randomUUID()}\n"<b>Hacked</b>"`,
      (entry) => entry.slice(0, entry.length / 2),
      () => null,
    ]
    const { direct } = isolates.redis
    const findEntries = async () => (await isolates.redis.keys()).filter((key) => !key.includes(':v:'))
    // Those of other pages, which nobody would mend.
    for (const key of await findEntries()) await direct.del(key)
    await expectRightPages(isolates.first)
    await expect.poll(async () => (await findEntries()).length).toBeGreaterThan(3)
    const keys = (await findEntries()).toSorted()
    for (const [index, key] of keys.entries()) {
      const entry =
        corruptions[(index + round) % corruptions.length]?.((await direct.get<string>(key)) ?? '') ?? null
      await direct.del(key)
      await (entry === null ? direct.lpush(key, 'a list') : direct.set(key, entry))
    }
    for (const isolate of [isolates.first, isolates.second]) await expectRightPages(isolate)
    await waitForHit(isolates.second)
  })

  it('every page is right with a corrupt version', async () => {
    for (const key of await isolates.redis.keys(':v:influencers')) await isolates.redis.direct.set(key, '')
    for (const isolate of [isolates.first, isolates.second, isolates.first]) await expectRightPages(isolate)
  })
})

describe('a suspension while Redis is down', () => {
  it('shows at once in this isolate, and in others when Redis is back, without another visit here', async () => {
    await Promise.all(visits.map((visit) => fetchPage(isolates.second, visit)))
    isolates.redis.fault = 'stopped'
    await actions.submit(admin, `/admin/users/${mara.id}`, 'Suspend', { reason: 'Bought followers.' })
    await expectRightPages(isolates.first)
    expect((await fetchPage(isolates.first, { path: '/influencers' })).body).not.toContain('Mara Lindqvist')

    isolates.redis.fault = null
    await expect
      .poll(async () => (await fetchPage(isolates.second, { path: '/influencers' })).body, {
        timeout: 20_000,
      })
      .not.toContain('Mara Lindqvist')
    await expectRightPages(isolates.second)
  })
})
