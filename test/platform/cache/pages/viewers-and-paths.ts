import { routeTable } from '../../../route-table.ts'
import { makeCampaign } from '../../../support/campaigns.ts'
import { makePerson, type Person } from '../../../support/people.ts'
import { type Isolates, sessionCookie } from './isolates.ts'

/** Texts that not everybody may see, so they must never be in Redis. Only pages of signed-in people have "Sign out". */
export const SECRETS = [
  'Hush Winter Launch',
  'Unready Draft Plan',
  'Flagged Fake Offer',
  'Sly Suspended',
  '@example',
  'parley_',
  'Sign out',
]

/** The `Cookie` header of each kind of viewer, by name. Visitors have none. Needs the demo data. */
export async function makeViewers(isolates: Isolates): Promise<Record<string, string | undefined>> {
  const { app } = isolates
  const cookieOf = (person: Pick<Person, 'id'>) => sessionCookie(isolates, person)
  const made = {
    pending: await makePerson(app, 'sponsor', { status: 'pending' }),
    rejected: await makePerson(app, 'sponsor', { status: 'rejected' }),
    other: await makePerson(app, 'sponsor', { time_zone: 'Asia/Tokyo' }),
    suspended: await makePerson(app, 'influencer', { status: 'suspended', display_name: 'Sly Suspended' }),
    influencer: await makePerson(app, 'influencer', { time_zone: 'America/New_York' }),
    admin: await makePerson(app, 'admin', { time_zone: 'Australia/Eucla' }),
  }
  return {
    visitor: undefined,
    'visitor with a flash message': 'parley_flash=signed_out',
    'visitor with an unknown session': 'parley_session=0123456789abcdef',
    sponsor: await cookieOf(await personNamed(isolates, 'northway')),
    'influencer with a request': await cookieOf(await personNamed(isolates, 'mara')),
    'pending sponsor': await cookieOf(made.pending),
    'rejected sponsor': await cookieOf(made.rejected),
    'another sponsor': await cookieOf(made.other),
    'suspended influencer': await cookieOf(made.suspended),
    influencer: await cookieOf(made.influencer),
    admin: await cookieOf(made.admin),
  }
}

// These pages show the other requests of the test, such as an admin's page that was refused.
const showsRequests = /^GET \/(settings\/security|admin\/security-log)/

/** The paths of all GET routes but those. A route with a parameter is there once for each of its values. */
export async function allPaths(isolates: Isolates): Promise<string[]> {
  const values = await parameterValues(isolates)
  return Object.keys(routeTable)
    .filter((route) => route.startsWith('GET ') && !showsRequests.test(route))
    .flatMap((route) => {
      const path = route.slice('GET '.length)
      const [, name] = /:(\w+)/.exec(path) ?? []
      return name ? (values[name] ?? [1]).map((id) => path.replace(`:${name}`, String(id))) : [path]
    })
}

/** Pages that visitors share, with queries that are easily taken for one another. */
export const searchPaths = [
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

/** The values for each route parameter. */
async function parameterValues(isolates: Isolates): Promise<Record<string, (string | number)[]>> {
  const owner = await personNamed(isolates, 'northway')
  const { id: mara } = await personNamed(isolates, 'mara')
  const { rows } = await isolates.app.db.execute(`select
    (select id from users where status = 'suspended' limit 1) as suspended,
    (select id from ad_requests where influencer_id = ${mara} limit 1) as request,
    (select id from channels where influencer_id = ${mara} limit 1) as channel,
    (select id from rates where influencer_id = ${mara} limit 1) as rate`)
  const idOf = (name: string) => Number(rows[0]?.[name])
  const flagged = await makeCampaign(isolates.app, owner, { name: 'Flagged Fake Offer' })
  await isolates.app.db.execute({ sql: 'update campaigns set flagged_at = 1 where id = ?', args: [flagged] })
  return {
    part: ['pages.xml', 'influencers-1.xml', 'campaigns-1.xml'],
    influencerId: [mara, idOf('suspended')],
    campaignId: [
      await makeCampaign(isolates.app, owner),
      await makeCampaign(isolates.app, owner, { name: 'Hush Winter Launch', visibility: 'private' }),
      await makeCampaign(isolates.app, owner, { name: 'Unready Draft Plan', state: 'draft' }),
      flagged,
    ],
    adRequestId: [idOf('request')],
    channelId: [idOf('channel')],
    rateId: [idOf('rate')],
    userId: [mara],
  }
}

async function personNamed({ app }: Isolates, username: string): Promise<Person> {
  const { rows } = await app.db.execute({
    sql: 'select id from users where username = ?',
    args: [username],
  })
  return { id: Number(rows[0]?.id), username, browser: app.visitor() }
}
