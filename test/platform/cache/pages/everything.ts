import { routeTable } from '../../../route-table.ts'
import { makeCampaign } from '../../../support/campaigns.ts'
import { makePerson, type Person } from '../../../support/people.ts'
import { type Site, sessionOf } from './site.ts'

/** What not everybody may see, so that none of it may ever be in Redis; the last stands on what is one person's. */
export const SECRETS = [
  ...['Hush Winter Launch', 'Unready Draft Plan', 'Flagged Fake Offer', 'Sly Suspended', '@example'],
  ...['parley_', 'Sign out'],
]

/** By name, the `Cookie` header of each kind of viewer; nothing for a visitor. The demo's people must be there. */
export async function makeViewers(site: Site): Promise<Record<string, string | undefined>> {
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
    sponsor: await of(await named(site, 'northway')),
    party: await of(await named(site, 'mara')),
    waiting: await of(made.waiting),
    rejected: await of(made.rejected),
    other: await of(made.other),
    suspended: await of(made.suspended),
    influencer: await of(made.influencer),
    admin: await of(made.admin),
  }
}

/** Every route that answers a GET, with things of each kind in it. */
export async function pathsOfEverything(site: Site): Promise<string[]> {
  const things = await idsOfThings(site)
  return Object.keys(routeTable)
    .filter((route) => route.startsWith('GET '))
    .flatMap((route) => {
      const path = route.slice('GET '.length)
      const [, name] = /:(\w+)/.exec(path) ?? []
      return name ? (things[name] ?? [1]).map((id) => path.replace(`:${name}`, String(id))) : [path]
    })
}

/** What visitors share, in addresses that are nearly the same. */
export const searches = [
  '/',
  '/?query=boots',
  ...['/influencers', '/campaigns'].flatMap((list) => [
    list,
    `${list}?`,
    `${list}?query=`,
    `${list}?query=a`,
    `${list}?query=A`,
    `${list}?query=a+b`,
    `${list}?query=a%2Bb`,
    `${list}?query=a&query=b`,
    `${list}?query=b&query=a`,
    `${list}?sort=newest`,
    `${list}?sort=newest&category=outdoors`,
    `${list}?category=outdoors&sort=newest`,
    `${list}?category=outdoors&category=food`,
    `${list}?category=food`,
    `${list}?category=nonsense`,
    `${list}?__proto__=x&constructor=y`,
    `${list}?after=0_1`,
    `${list}?after=0_4611686018427387904`,
    `${list}?query=%3Cb%3E%22%27`,
    `${list}?query=${'long+'.repeat(60)}`,
    `${list}?query=%FF`,
  ]),
]

/** For each parameter of a route the things that it may name. */
async function idsOfThings(site: Site): Promise<Record<string, (string | number)[]>> {
  const owner = await named(site, 'northway')
  const { id: party } = await named(site, 'mara')
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

async function named({ app }: Site, username: string): Promise<Person> {
  const { rows } = await app.db.execute({
    sql: 'select id from users where username = ?',
    args: [username],
  })
  return { id: Number(rows[0]?.id), username, browser: app.visitor() }
}
