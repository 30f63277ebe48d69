import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routeTable } from '../../route-table.ts'
import { type App, startApp } from '../../support/app.ts'
import { makeCampaign } from '../../support/campaigns.ts'
import { makePerson } from '../../support/people.ts'
import type { Visitor } from '../../support/visitor.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const CAMPAIGN = 'Velvet Quagmire'
const INFLUENCER = 'Xanthe Quillfeather'

interface Hidden {
  readonly campaignId: number
  readonly influencerId: number
  readonly sponsorId: number
}

type Change = (ids: Hidden) => { sql: string; args: number[] }[]

const hidden: readonly (readonly [string, string, string, Change])[] = [
  ['a draft', CAMPAIGN, 'campaigns', ({ campaignId }) => campaign("state = 'draft'", campaignId)],
  ['a paused campaign', CAMPAIGN, 'campaigns', ({ campaignId }) => campaign("state = 'paused'", campaignId)],
  [
    'a completed campaign',
    CAMPAIGN,
    'campaigns',
    ({ campaignId }) => campaign("state = 'completed'", campaignId),
  ],
  [
    'a private campaign',
    CAMPAIGN,
    'campaigns',
    ({ campaignId }) => campaign("visibility = 'private'", campaignId),
  ],
  ['a flagged campaign', CAMPAIGN, 'campaigns', ({ campaignId }) => campaign('flagged_at = 1', campaignId)],
  [
    'a campaign of a flagged sponsor',
    CAMPAIGN,
    'campaigns',
    ({ sponsorId }) => [{ sql: 'update sponsors set flagged_at = 1 where user_id = ?', args: [sponsorId] }],
  ],
  ['a campaign of a suspended sponsor', CAMPAIGN, 'campaigns', ({ sponsorId }) => suspend(sponsorId)],
  [
    'a flagged influencer',
    INFLUENCER,
    'influencers',
    ({ influencerId }) => [
      { sql: 'update influencers set flagged_at = 1 where user_id = ?', args: [influencerId] },
    ],
  ],
  ['a suspended influencer', INFLUENCER, 'influencers', ({ influencerId }) => suspend(influencerId)],
]

function campaign(change: string, id: number) {
  return [{ sql: `update campaigns set ${change} where id = ?`, args: [id] }]
}

function suspend(id: number) {
  return [{ sql: "update users set status = 'suspended' where id = ?", args: [id] }]
}

async function makeHidden() {
  const sponsor = await makePerson(app, 'sponsor')
  const influencer = await makePerson(app, 'influencer', { display_name: INFLUENCER })
  const campaignId = await makeCampaign(app, sponsor, { name: CAMPAIGN })
  return { campaignId, influencerId: influencer.id, sponsorId: sponsor.id }
}

/** Every page that can name a thing by an id or a word in its URL. */
function pathsFor({ campaignId, influencerId }: Hidden, name: string, ownCampaign: number): string[] {
  const isCampaign = name === CAMPAIGN
  const subject = isCampaign ? `subject=campaign&id=${campaignId}` : `subject=user&id=${influencerId}`
  const invitation = `campaign_id=${isCampaign ? campaignId : ownCampaign}&influencer_id=${influencerId}`
  const query = `${invitation}&${subject}&query=${encodeURIComponent(name.split(' ')[1] ?? '')}`
  const patterns = Object.keys(routeTable)
    .filter((route) => route.startsWith('GET ') && !route.includes('/admin'))
    .map((route) => route.slice(4))
  const own = isCampaign ? /:campaignId|:subjectId/ : /:influencerId|:subjectId/
  return [
    ...patterns
      .filter((pattern) => own.test(pattern))
      .map((pattern) =>
        pattern
          .replace(':campaignId', String(campaignId))
          .replace(':influencerId', String(influencerId))
          .replace(':subjectId', String(isCampaign ? campaignId : influencerId))
          .replace(':subject', isCampaign ? 'campaign' : 'influencer')
          .replaceAll(/:\w+/g, '1'),
      ),
    ...patterns.filter((pattern) => !pattern.includes(':')).map((pattern) => `${pattern}?${query}`),
    `/ad-requests/new?influencer_id=${influencerId}`,
  ]
}

async function whoNames(browser: Visitor, name: string, paths: readonly string[]): Promise<string[]> {
  const naming: string[] = []
  for (const path of paths) {
    const response = await browser.send(path)
    if ((await response.text()).includes(name)) naming.push(`${response.status} ${path}`)
  }
  return naming
}

describe('what its own page hides', () => {
  it.each(hidden)('is named nowhere else: %s', async (_, name, page, change) => {
    const ids = await makeHidden()
    const other = await makePerson(app, 'sponsor')
    const own = await makeCampaign(app, other)
    const readers = [app.visitor(), other.browser, (await makePerson(app, 'influencer')).browser]
    const id = page === 'campaigns' ? ids.campaignId : ids.influencerId
    for (const browser of readers) expect((await browser.send(`/${page}/${id}`)).status).toBe(200)

    for (const { sql, args } of change(ids)) await app.db.execute({ sql, args })
    const paths = pathsFor(ids, name, own)
    for (const browser of readers) expect(await whoNames(browser, name, paths)).toEqual([])
    // The next one has the same name.
    for (const { sql, args } of [
      ...campaign("state = 'draft'", ids.campaignId),
      ...suspend(ids.influencerId),
    ])
      await app.db.execute({ sql, args })
  })
})
