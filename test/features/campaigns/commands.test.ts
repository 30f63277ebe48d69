import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createCampaign,
  deleteCampaign,
  saveEdit,
  saveStateChange,
} from '../../../src/features/campaigns/commands.ts'
import { saveGoal } from '../../../src/features/campaigns/goals/commands.ts'
import { findOverview } from '../../../src/features/campaigns/overview/queries.ts'
import { findOwnCampaign } from '../../../src/features/campaigns/queries.ts'
import type { Viewer } from '../../../src/platform/http/context.ts'
import type { CampaignId } from '../../../src/shared/ids.ts'
import { cents } from '../../../src/shared/money.ts'
import {
  type CampaignDatabase,
  getOwnCampaign,
  inputWith,
  openCampaignDatabase,
} from './campaign-database.ts'
import { NOW } from './fixtures.ts'

let database: CampaignDatabase
let sponsor: Viewer
let influencer: Viewer

beforeAll(async () => {
  database = await openCampaignDatabase()
  sponsor = await database.person('sponsor')
  influencer = await database.person('influencer')
})
afterAll(() => database.close())

const context = () => ({ actor: sponsor.id, now: NOW, currency: 'USD', requestId: 'test' })

async function eventsOf(id: CampaignId) {
  const overview = await findOverview(database.db, sponsor, id, NOW)
  return overview?.events.map(({ kind, from, to, note }) => [kind, from, to, note])
}

describe('creating', () => {
  it('saves a draft with its goals in order, and records it', async () => {
    const id = await createCampaign(database.db, inputWith({}, ['one', 'two']), context())
    const { campaign, goals } = await getOwnCampaign(database.db, sponsor, id)
    expect(campaign).toMatchObject({
      state: 'draft',
      name: 'Autumn Trail Boots',
      budget: 1_000_000,
      version: 1,
    })
    expect(goals.map(({ text }) => text)).toEqual(['one', 'two'])
    expect(await eventsOf(id)).toEqual([['created', null, 'draft', null]])
  })
})

describe('editing', () => {
  it('saves the campaign and its goals, and records what changed', async () => {
    const id = await database.campaign(sponsor)
    const before = await getOwnCampaign(database.db, sponsor, id)
    const saved = await saveEdit(
      database.db,
      before,
      inputWith({ name: 'New' }, ['b', 'Reach hikers']),
      ['name'],
      context(),
    )
    expect(saved.ok).toBe(true)
    const { campaign, goals } = await getOwnCampaign(database.db, sponsor, id)
    expect(campaign).toMatchObject({ name: 'New', version: 2, state: 'active' })
    expect(goals.map(({ text }) => text)).toEqual(['b', 'Reach hikers'])
    expect((await eventsOf(id))?.at(-1)).toEqual(['edited', null, null, 'name'])
  })

  it('refuses the second of two edits of one version and saves nothing of it', async () => {
    const id = await database.campaign(sponsor)
    const before = await getOwnCampaign(database.db, sponsor, id)
    const saved = await Promise.all([
      saveEdit(database.db, before, inputWith({ name: 'A' }, ['a']), [], context()),
      saveEdit(database.db, before, inputWith({ name: 'B' }, ['b']), [], context()),
    ])
    expect(saved.filter(({ ok }) => !ok)).toEqual([{ ok: false, refusal: 'conflict' }])
    const { campaign, goals } = await getOwnCampaign(database.db, sponsor, id)
    expect(goals.map(({ text }) => text)).toEqual([campaign.name.toLowerCase()])
  })

  it('never saves a budget below what has since been committed', async () => {
    const id = await database.campaign(sponsor)
    const before = await getOwnCampaign(database.db, sponsor, id)
    await database.client.execute({ sql: 'update campaigns set committed = 500000 where id = ?', args: [id] })
    const lower = await saveEdit(database.db, before, inputWith({ budget: cents(499_999) }), [], context())
    expect(lower).toEqual({ ok: false, refusal: 'conflict' })
    expect(
      (await saveEdit(database.db, before, inputWith({ budget: cents(500_000) }), [], context())).ok,
    ).toBe(true)
  })
})

describe('changing the state', () => {
  it('happens once, with the time of publication', async () => {
    const id = await database.campaign(sponsor, { state: 'draft', published_at: null })
    const { campaign } = await getOwnCampaign(database.db, sponsor, id)
    const change = { kind: 'published', from: 'draft', to: 'active' } as const
    expect((await saveStateChange(database.db, campaign, change, context())).ok).toBe(true)
    expect((await saveStateChange(database.db, campaign, change, context())).ok).toBe(false)
    expect((await getOwnCampaign(database.db, sponsor, id)).campaign).toMatchObject({
      state: 'active',
      publishedAt: NOW,
    })
    expect((await eventsOf(id))?.slice(1)).toEqual([['published', 'draft', 'active', null]])
  })

  it('checks a goal off once, even if the form is sent several times', async () => {
    const id = await database.campaign(sponsor)
    const { campaign, goals } = await getOwnCampaign(database.db, sponsor, id)
    const [goal] = goals
    if (!goal) throw new Error('The campaign has no goal.')
    await Promise.all([1, 2, 3].map(() => saveGoal(database.db, campaign, goal, true, context())))
    expect((await getOwnCampaign(database.db, sponsor, id)).goals[0]?.doneAt).toBe(NOW)
    await saveGoal(database.db, campaign, goal, false, context())
    expect((await getOwnCampaign(database.db, sponsor, id)).goals[0]?.doneAt).toBeNull()
    expect((await eventsOf(id))?.slice(1).map(([kind]) => kind)).toEqual(['goal_reached', 'goal_reopened'])
  })
})

describe('deleting', () => {
  it('deletes the requests and notifies the influencers with an open one', async () => {
    const id = await database.campaign(sponsor)
    const other = await database.person('influencer')
    await database.request(id, sponsor, influencer)
    await database.request(id, sponsor, other, 'rejected')
    const { campaign } = await getOwnCampaign(database.db, sponsor, id)
    expect((await deleteCampaign(database.db, campaign, context())).ok).toBe(true)
    expect(await findOwnCampaign(database.db, sponsor.id, id)).toBeNull()
    const { rows } = await database.client.execute(
      "select user_id, path from notifications where kind = 'campaign_deleted'",
    )
    expect(rows).toMatchObject([{ user_id: influencer.id, path: '/campaigns' }])
    expect((await count('campaign_goals', id)) + (await count('ad_requests', id))).toBe(0)
  })

  it('is refused and notifies nobody if a request has been accepted', async () => {
    const id = await database.campaign(sponsor)
    const { campaign } = await getOwnCampaign(database.db, sponsor, id)
    await database.request(id, sponsor, influencer, 'accepted')
    const deleted = await deleteCampaign(database.db, campaign, context())
    expect(deleted).toEqual({ ok: false, refusal: 'conflict' })
    expect(await findOwnCampaign(database.db, sponsor.id, id)).not.toBeNull()
    expect(await count('campaign_goals', id)).toBe(1)
  })

  it('never reuses the id, so that no campaign inherits the activity of another', async () => {
    const id = await database.campaign(sponsor)
    const { campaign } = await getOwnCampaign(database.db, sponsor, id)
    await deleteCampaign(database.db, campaign, context())
    expect(await database.campaign(await database.person('sponsor'))).toBeGreaterThan(id)
  })
})

async function count(table: string, id: CampaignId): Promise<number> {
  const sql = `select count(*) as n from ${table} where campaign_id = ?`
  return Number((await database.client.execute({ sql, args: [id] })).rows[0]?.n)
}
