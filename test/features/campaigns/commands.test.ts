import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createCampaign,
  deleteCampaign,
  saveEdit,
  saveStep,
} from '../../../src/features/campaigns/commands.ts'
import { saveGoal } from '../../../src/features/campaigns/goals/commands.ts'
import { findOverview } from '../../../src/features/campaigns/overview/queries.ts'
import { findMadeBy, findOwn } from '../../../src/features/campaigns/queries.ts'
import type { Viewer } from '../../../src/platform/http/context.ts'
import type { CampaignId } from '../../../src/shared/ids.ts'
import { cents } from '../../../src/shared/money.ts'
import { NOW } from './example.ts'
import { type House, openHouse, own, writtenPlan } from './site.ts'

let house: House
let sponsor: Viewer
let influencer: Viewer

beforeAll(async () => {
  house = await openHouse()
  sponsor = await house.person('sponsor')
  influencer = await house.person('influencer')
})
afterAll(() => house.close())

const act = () => ({ actor: sponsor.id, now: NOW })

async function eventsOf(id: CampaignId) {
  const overview = await findOverview(house.db, sponsor, id, NOW)
  return overview?.events.map(({ kind, from, to, note }) => [kind, from, to, note])
}

describe('creating', () => {
  it('makes a draft with its goals in their order, and says so in its history', async () => {
    const made = await createCampaign(house.db, writtenPlan({}, ['one', 'two']), 'key', act())
    if (!made.ok) throw new Error(made.refusal)
    const { campaign, goals } = await own(house.db, sponsor, made.value)
    expect(campaign).toMatchObject({
      state: 'draft',
      name: 'Autumn Trail Boots',
      budget: 1_000_000,
      version: 1,
    })
    expect(goals.map(({ text }) => text)).toEqual(['one', 'two'])
    expect(await eventsOf(made.value)).toEqual([['created', null, 'draft', null]])
  })

  it('makes one campaign of a form that is sent ten times at once', async () => {
    const tries = Array.from({ length: 10 }, () => createCampaign(house.db, writtenPlan(), 'twice', act()))
    const made = (await Promise.all(tries)).filter(({ ok }) => ok)
    expect(made).toHaveLength(1)
    expect(made).toEqual([{ ok: true, value: await findMadeBy(house.db, sponsor.id, 'twice') }])
  })

  it('lets another sponsor have the same key, and forms without one make as many as they like', async () => {
    const rival = await house.person('sponsor')
    const sent = [
      createCampaign(house.db, writtenPlan(), 'twice', { actor: rival.id, now: NOW }),
      createCampaign(house.db, writtenPlan(), null, act()),
      createCampaign(house.db, writtenPlan(), null, act()),
    ]
    expect((await Promise.all(sent)).every(({ ok }) => ok)).toBe(true)
    expect(await findMadeBy(house.db, rival.id, 'key')).toBeNull()
  })
})

describe('editing', () => {
  it('saves the plan and its goals, and says what changed', async () => {
    const id = await house.campaign(sponsor)
    const was = await own(house.db, sponsor, id)
    const saved = await saveEdit(
      house.db,
      was,
      writtenPlan({ name: 'New' }, ['b', 'Reach hikers']),
      ['name'],
      act(),
    )
    expect(saved.ok).toBe(true)
    const { campaign, goals } = await own(house.db, sponsor, id)
    expect(campaign).toMatchObject({ name: 'New', version: 2, state: 'active' })
    expect(goals.map(({ text }) => text)).toEqual(['b', 'Reach hikers'])
    expect((await eventsOf(id))?.at(-1)).toEqual(['edited', null, null, 'name'])
  })

  it('refuses the second of two edits of one version, and leaves nothing of it', async () => {
    const id = await house.campaign(sponsor)
    const was = await own(house.db, sponsor, id)
    const saved = await Promise.all([
      saveEdit(house.db, was, writtenPlan({ name: 'A' }, ['a']), [], act()),
      saveEdit(house.db, was, writtenPlan({ name: 'B' }, ['b']), [], act()),
    ])
    expect(saved.filter(({ ok }) => !ok)).toEqual([{ ok: false, refusal: 'changed_meanwhile' }])
    const { campaign, goals } = await own(house.db, sponsor, id)
    expect(goals.map(({ text }) => text)).toEqual([campaign.name.toLowerCase()])
  })

  it('never saves a budget below what was committed meanwhile', async () => {
    const id = await house.campaign(sponsor)
    const was = await own(house.db, sponsor, id)
    await house.client.execute({ sql: 'update campaigns set committed = 500000 where id = ?', args: [id] })
    const lower = await saveEdit(house.db, was, writtenPlan({ budget: cents(499_999) }), [], act())
    expect(lower).toEqual({ ok: false, refusal: 'changed_meanwhile' })
    expect((await saveEdit(house.db, was, writtenPlan({ budget: cents(500_000) }), [], act())).ok).toBe(true)
  })
})

describe('moving on', () => {
  it('saves a step once, with the moment of publication', async () => {
    const id = await house.campaign(sponsor, { state: 'draft', published_at: null })
    const { campaign } = await own(house.db, sponsor, id)
    const step = { kind: 'published', from: 'draft', to: 'active' } as const
    expect((await saveStep(house.db, campaign, step, act())).ok).toBe(true)
    expect((await saveStep(house.db, campaign, step, act())).ok).toBe(false)
    expect((await own(house.db, sponsor, id)).campaign).toMatchObject({ state: 'active', publishedAt: NOW })
    expect((await eventsOf(id))?.slice(1)).toEqual([['published', 'draft', 'active', null]])
  })

  it('ticks a goal once however often it is asked to', async () => {
    const id = await house.campaign(sponsor)
    const { campaign, goals } = await own(house.db, sponsor, id)
    const [goal] = goals
    if (!goal) throw new Error('There is no goal.')
    await Promise.all([1, 2, 3].map(() => saveGoal(house.db, campaign, goal, true, act())))
    expect((await own(house.db, sponsor, id)).goals[0]?.doneAt).toBe(NOW)
    await saveGoal(house.db, campaign, goal, false, act())
    expect((await own(house.db, sponsor, id)).goals[0]?.doneAt).toBeNull()
    expect((await eventsOf(id))?.slice(1).map(([kind]) => kind)).toEqual(['goal_reached', 'goal_reopened'])
  })
})

describe('deleting', () => {
  it('takes the requests along and tells those whose offer was still open', async () => {
    const id = await house.campaign(sponsor)
    const other = await house.person('influencer')
    await house.request(id, sponsor, influencer)
    await house.request(id, sponsor, other, 'rejected')
    const { campaign } = await own(house.db, sponsor, id)
    expect((await deleteCampaign(house.db, campaign, act())).ok).toBe(true)
    expect(await findOwn(house.db, sponsor.id, id)).toBeNull()
    const { rows } = await house.client.execute(
      "select user_id, path from notifications where kind = 'campaign_deleted'",
    )
    expect(rows).toMatchObject([{ user_id: influencer.id, path: '/campaigns' }])
    expect((await count('campaign_goals', id)) + (await count('ad_requests', id))).toBe(0)
  })

  it('stops where a request was accepted meanwhile, and tells nobody', async () => {
    const id = await house.campaign(sponsor)
    const { campaign } = await own(house.db, sponsor, id)
    await house.request(id, sponsor, influencer, 'accepted')
    const deleted = await deleteCampaign(house.db, campaign, act())
    expect(deleted).toEqual({ ok: false, refusal: 'changed_meanwhile' })
    expect(await findOwn(house.db, sponsor.id, id)).not.toBeNull()
    expect(await count('campaign_goals', id)).toBe(1)
  })

  it('never gives the number of a deleted campaign to another one, or its history with it', async () => {
    const id = await house.campaign(sponsor)
    const { campaign } = await own(house.db, sponsor, id)
    await deleteCampaign(house.db, campaign, act())
    expect(await house.campaign(await house.person('sponsor'))).toBeGreaterThan(id)
  })
})

async function count(table: string, id: CampaignId): Promise<number> {
  const sql = `select count(*) as n from ${table} where campaign_id = ?`
  return Number((await house.client.execute({ sql, args: [id] })).rows[0]?.n)
}
