import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadDemo } from '../../../../local/demo.ts'
import { routeTable } from '../../../route-table.ts'
import { makeCampaign } from '../../../support/campaigns.ts'
import { makePerson, type Person } from '../../../support/people.ts'
import { type Answer, ask, type Site, sessionOf, startSite, type Visit } from './site.ts'

/** What not everybody may see, so that none of it may ever be in Redis; the last stands on what is one person's. */
const SECRETS = [
  ...['Hush Winter Launch', 'Unready Draft Plan', 'Flagged Fake Offer', 'Sly Suspended', '@example'],
  ...['parley_', 'Sign out'],
]

let site: Site
let viewers: Record<string, string | undefined>
let paths: string[]

beforeAll(async () => {
  site = await startSite()
  await loadDemo(site.app.db, { influencers: 40, seed: 7, now: Date.now() })
  viewers = await makeViewers()
  paths = [...pathsOf(await idsOfThings()), ...searches]
})
beforeEach(() => site.redis.direct.flushall())
afterAll(() => site.close())

describe('whoever comes after whom', () => {
  it('gets the page that is there without a cache, with its headers', async () => {
    const right = new Map<string, Promise<Answer>>()
    const rightOf = (visit: Visit) => {
      const known = right.get(JSON.stringify(visit)) ?? ask(site.uncached, visit)
      right.set(JSON.stringify(visit), known)
      return known
    }
    const came = { hit: 0, miss: 0 }

    const visit = fc.record({
      path: fc.oneof(fc.constantFrom(...paths), fc.constantFrom(...searches)),
      who: fc.constantFrom(...Object.keys(viewers)),
      as: fc.constantFrom('plain', 'plain', 'partial', 'full'),
      at: fc.constantFrom(site.here, site.there),
    })
    const crowds = fc.array(fc.array(visit, { minLength: 1, maxLength: 8 }), { minLength: 12, maxLength: 16 })
    await fc.assert(
      fc.asyncProperty(crowds, fc.boolean(), async (visits, cold) => {
        if (cold) await site.redis.direct.flushall()
        for (const crowd of visits) {
          await Promise.all(
            crowd.map(async ({ who, path, as, at }) => {
              const one = { path, as, ...(viewers[who] && { cookie: viewers[who] }) }
              const answer = await ask(at, one)
              if (answer.came === 'hit' || answer.came === 'miss') came[answer.came]++
              expect({ who, path, as, ...shownOf(answer) }).toEqual({
                who,
                path,
                as,
                ...shownOf(await rightOf(one)),
              })
              expect(wrongIn(answer, path)).toBeNull()
            }),
          )
        }
      }),
      { numRuns: 8, endOnFailure: true },
    )
    // It would also hold for a cache that keeps nothing.
    expect(came.hit).toBeGreaterThan(50)
    expect(came.miss).toBeGreaterThan(10)
  })

  it('leaves nothing in Redis that is not for everybody', async () => {
    // The one who comes first would fill it.
    for (const who of ['sponsor', 'party', 'admin', 'visitor']) {
      const cookie = viewers[who]
      for (const path of paths) await ask(site.here, { path, ...(cookie && { cookie }) })
    }
    const keys = await site.redis.keys()
    const kept = await Promise.all(keys.map((key) => site.redis.direct.get<string>(key)))
    expect(keys.length).toBeGreaterThan(20)
    for (const secret of SECRETS)
      expect([keys, kept].flat().filter((text) => text?.includes(secret))).toEqual([])
  })
})

/** By name, the `Cookie` header of each. */
async function makeViewers(): Promise<Record<string, string | undefined>> {
  const { app } = site
  const of = (person: Pick<Person, 'id'>) => sessionOf(site, person)
  const made = {
    waiting: await makePerson(app, 'sponsor', { status: 'pending' }),
    rejected: await makePerson(app, 'sponsor', { status: 'rejected' }),
    other: await makePerson(app, 'sponsor', { time_zone: 'Asia/Tokyo' }),
    suspended: await makePerson(app, 'influencer', { status: 'suspended', display_name: 'Sly Suspended' }),
    influencer: await makePerson(app, 'influencer', { time_zone: 'America/New_York' }),
    admin: await makePerson(app, 'admin', { time_zone: 'Australia/Eucla' }),
  }
  return {
    visitor: undefined,
    'who was just told something': 'parley_flash=signed_out',
    'with a session of nobody': 'parley_session=0123456789abcdef',
    sponsor: await of(await named('northway')),
    party: await of(await named('mara')),
    waiting: await of(made.waiting),
    rejected: await of(made.rejected),
    other: await of(made.other),
    suspended: await of(made.suspended),
    influencer: await of(made.influencer),
    admin: await of(made.admin),
  }
}

async function named(username: string): Promise<Person> {
  const { rows } = await site.app.db.execute({
    sql: 'select id from users where username = ?',
    args: [username],
  })
  return { id: Number(rows[0]?.id), username, browser: site.app.visitor() }
}

/** For each parameter of a route the things that it may name. */
async function idsOfThings(): Promise<Record<string, (string | number)[]>> {
  const owner = await named('northway')
  const { id: party } = await named('mara')
  const { rows } = await site.app.db.execute(`select
    (select id from users where status = 'suspended' limit 1) as suspended,
    (select id from ad_requests where influencer_id = ${party} limit 1) as request,
    (select id from channels where influencer_id = ${party} limit 1) as channel,
    (select id from rates where influencer_id = ${party} limit 1) as rate`)
  const one = (name: string) => Number(rows[0]?.[name])
  const flagged = await makeCampaign(site.app, owner, { name: 'Flagged Fake Offer' })
  await site.app.db.execute({ sql: 'update campaigns set flagged_at = 1 where id = ?', args: [flagged] })
  return {
    part: ['pages.xml', 'influencers-1.xml', 'campaigns-1.xml'],
    influencerId: [party, one('suspended')],
    campaignId: [
      await makeCampaign(site.app, owner),
      await makeCampaign(site.app, owner, { name: 'Hush Winter Launch', visibility: 'private' }),
      await makeCampaign(site.app, owner, { name: 'Unready Draft Plan', state: 'draft' }),
      flagged,
    ],
    adRequestId: [one('request')],
    channelId: [one('channel')],
    rateId: [one('rate')],
    userId: [party],
  }
}

function pathsOf(things: Record<string, (string | number)[]>): string[] {
  return Object.keys(routeTable)
    .filter((route) => route.startsWith('GET '))
    .flatMap((route) => {
      const path = route.slice('GET '.length)
      const [, name] = /:(\w+)/.exec(path) ?? []
      return name ? (things[name] ?? [1]).map((id) => path.replace(`:${name}`, String(id))) : [path]
    })
}

/** What visitors share, in addresses that are nearly the same. */
const searches = [
  '/',
  '/?words=boots',
  ...['/influencers', '/campaigns'].flatMap((list) => [
    list,
    `${list}?`,
    `${list}?words=`,
    `${list}?words=a`,
    `${list}?words=A`,
    `${list}?words=a+b`,
    `${list}?words=a%2Bb`,
    `${list}?words=a&words=b`,
    `${list}?words=b&words=a`,
    `${list}?sort=newest`,
    `${list}?sort=newest&category=outdoors`,
    `${list}?category=outdoors&sort=newest`,
    `${list}?category=outdoors&category=food`,
    `${list}?category=food`,
    `${list}?category=nonsense`,
    `${list}?__proto__=x&constructor=y`,
    `${list}?after=0_1`,
    `${list}?after=0_4611686018427387904`,
    `${list}?words=%3Cb%3E%22%27`,
    `${list}?words=${'long+'.repeat(60)}`,
    `${list}?words=%FF`,
  ]),
]

const OWN_TO_AN_ANSWER = ['date', 'server-timing', 'x-request-id', 'content-length']

function shownOf({ status, body, headers }: Answer) {
  return {
    status,
    body,
    headers: Object.fromEntries([...headers].filter(([name]) => !OWN_TO_AN_ANSWER.includes(name))),
  }
}

/** What no page may do, cached or not. */
function wrongIn({ status, headers, came }: Answer, path: string): string | null {
  const isForEverybody = /^\/(robots\.txt|sitemap.*)$/.test(path) && status === 200
  const kept = headers.get('Cache-Control')
  if (kept !== (isForEverybody ? 'public, max-age=3600' : 'private, no-store') && path !== '/healthz')
    return `Cache-Control: ${kept}`
  const told = headers.getSetCookie().filter((cookie) => !/Max-Age=0/.test(cookie))
  if (told.length > 0) return `Set-Cookie: ${told}`
  if (came === 'hit' && headers.get('Vary') !== 'HX-Request-Type') return `Vary: ${headers.get('Vary')}`
  return null
}
