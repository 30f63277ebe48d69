import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Phase, phaseOf, phases } from '../../../src/features/campaigns/campaign.ts'
import {
  findOwnCampaigns,
  type OwnCampaignFilters,
  selectOwnCampaigns,
} from '../../../src/features/campaigns/list/queries.ts'
import { findOverview } from '../../../src/features/campaigns/overview/queries.ts'
import { findOwnCampaign } from '../../../src/features/campaigns/queries.ts'
import { findPublicCampaign } from '../../../src/features/campaigns/show/queries.ts'
import type { Viewer } from '../../../src/platform/http/context.ts'
import type { CampaignId } from '../../../src/shared/ids.ts'
import { NOW } from './fixtures.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'

const EVERYTHING: OwnCampaignFilters = { query: '', phase: null, after: null }

let database: TestDatabase
let sponsor: Viewer
let rival: Viewer
let admin: Viewer
let influencer: Viewer
let stranger: Viewer

beforeAll(async () => {
  database = await openTestDatabase()
  sponsor = await database.person('sponsor')
  rival = await database.person('sponsor')
  admin = await database.person('admin')
  influencer = await database.person('influencer')
  stranger = await database.person('influencer')
})
afterAll(() => database.close())

/** Which of six people can see a campaign that one of the influencers has a request for. */
async function seenBy(values: Record<string, string | number | null>, owner = sponsor): Promise<string> {
  const id = await database.campaign(owner, values)
  await database.request(id, owner, influencer, 'rejected')
  const people = { owner, rival, admin, invited: influencer, stranger, visitor: null }
  const seen = await Promise.all(
    Object.entries(people).map(async ([name, viewer]) => ((await sees(viewer, id)) ? name : '')),
  )
  return seen.filter(Boolean).join(' ')
}

async function sees(viewer: Viewer | null, id: CampaignId): Promise<boolean> {
  const found = await findPublicCampaign(database.db, viewer, id, NOW)
  const overview = viewer && (await findOverview(database.db, viewer, id, NOW))
  if (viewer) expect(overview !== null).toBe(found !== null)
  return found !== null
}

describe('who sees a campaign', () => {
  it('is everybody while it is active and public', async () => {
    expect(await seenBy({})).toBe('owner rival admin invited stranger visitor')
  })

  it('is only its sponsor and admins while it is a draft', async () => {
    expect(await seenBy({ state: 'draft' })).toBe('owner admin')
  })

  it('is its sponsor, admins and influencers with a request while it is private, paused or completed', async () => {
    expect(await seenBy({ visibility: 'private' })).toBe('owner admin invited')
    expect(await seenBy({ state: 'paused' })).toBe('owner admin invited')
    expect(await seenBy({ state: 'completed', visibility: 'private' })).toBe('owner admin invited')
  })

  it('is only its sponsor and admins once it is flagged', async () => {
    expect(await seenBy({ flagged_at: NOW, flag_reason: 'Misleading' })).toBe('owner admin')
  })

  it('is its sponsor and admins when the sponsor is suspended', async () => {
    const suspended = await database.person('sponsor', 'suspended')
    expect(await seenBy({}, suspended)).toBe('owner admin')
  })

  it('is only its own sponsor in the form and in the list', async () => {
    const id = await database.campaign(sponsor)
    expect(await findOwnCampaign(database.db, sponsor.id, id)).not.toBeNull()
    expect(await findOwnCampaign(database.db, rival.id, id)).toBeNull()
    expect((await findOwnCampaigns(database.db, rival.id, EVERYTHING, NOW)).counts.all).toBe(0)
  })
})

describe("a sponsor's own list", () => {
  it('counts each phase, separates ended from active, and pages newest first', async () => {
    const busy = await database.person('sponsor')
    const states = { draft: 2, active: 22, paused: 1, completed: 1 }
    for (const [state, count] of Object.entries(states)) {
      for (let n = 0; n < count; n++) await database.campaign(busy, { state })
    }
    const ended = await database.campaign(busy, { ends_at: NOW })
    const pausedUntilTheEnd = await database.campaign(busy, { state: 'paused', ends_at: NOW })
    const upcoming = await database.campaign(busy, { starts_at: NOW + 1 })
    await database.request(ended, busy, influencer, 'accepted')
    await database.request(ended, busy, influencer)

    const list = (phase: Phase | null, after: number[] | null = null) =>
      findOwnCampaigns(database.db, busy.id, { query: '', phase, after }, NOW)
    const { page, counts } = await list('active')
    expect(counts).toEqual({ all: 29, draft: 2, upcoming: 1, active: 22, ended: 2, paused: 1, completed: 1 })
    for (const phase of phases) {
      const { rows } = (await list(phase)).page
      expect(rows.map((row) => phaseOf(row, NOW))).toEqual(rows.map(() => phase))
    }
    expect(page.rows).toHaveLength(20)
    const rest = await list('active', [Number(page.next)])
    expect(rest.page.rows).toHaveLength(2)
    expect(rest.page.next).toBeNull()
    expect((await list('upcoming')).page.rows).toMatchObject([{ id: upcoming }])
    expect((await list('ended')).page.rows).toMatchObject([
      { id: pausedUntilTheEnd },
      { id: ended, requests: 2, agreed: 1 },
    ])
  })

  it('uses an index in every phase, without a scan or a sort', () => {
    for (const phase of [null, ...phases]) {
      for (const query of ['', 'trail boots']) {
        const plan = database.planOf(
          selectOwnCampaigns(database.db, sponsor.id, { query, phase, after: [5] }, NOW),
        )
        expect(plan).toMatch(/INDEX campaigns_by_sponsor/)
        // The words of the query come as JSON.
        expect(plan.replace('SCAN json_each VIRTUAL TABLE', '')).not.toMatch(/TEMP B-TREE|SCAN/)
      }
    }
  })

  it('finds any part of a name, in any case, only among their own, page by page', async () => {
    const owner = await database.person('sponsor')
    const other = await database.person('sponsor')
    const named = (name: string, values = {}) => database.campaign(owner, { name, ...values })
    const boots: CampaignId[] = []
    for (let n = 0; n < 45; n++) boots.push(await named(`Trail Boots ${n}`, n % 2 ? { state: 'draft' } : {}))
    const overseas = await named('ÜBERSEE 100 %_"\\', { search_name: 'ubersee 100' })
    await database.campaign(other, { name: 'Trail Boots of another' })
    const find = async (query: string, after: number[] | null = null) => {
      const { page, counts } = await findOwnCampaigns(
        database.db,
        owner.id,
        { ...EVERYTHING, query, after },
        NOW,
      )
      return { ids: page.rows.map(({ id }) => id), next: page.next, counts }
    }

    const found: CampaignId[] = []
    let after: number[] | null = null
    do {
      const page: Awaited<ReturnType<typeof find>> = await find('boots TRAI', after)
      expect(page.counts).toMatchObject({ all: 45, draft: 22, active: 23 })
      found.push(...page.ids)
      after = page.next === null ? null : [Number(page.next)]
    } while (after)
    expect(found).toEqual(boots.toReversed())

    for (const query of ['übersee', 'Übersee', 'ÜBERSEE', '100 %_', '"\\', 'see 1 0 %_"']) {
      expect((await find(query)).ids, query).toEqual([overseas])
    }
    for (const query of ['trail tent', 'boots of another', '%%', '*', 'x'.repeat(100), 'a b c d e f g h']) {
      expect((await find(query)).ids, query).toEqual([])
    }
  })
})
