import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Phase, phaseOf, phases } from '../../../src/features/campaigns/campaign.ts'
import {
  type OwnCampaign,
  ownCampaignSource,
  selectCurrent,
} from '../../../src/features/campaigns/list/queries.ts'
import {
  allOwnCampaigns,
  type OwnCampaignSearch,
  ownCampaignSearch,
} from '../../../src/features/campaigns/list/search.ts'
import { findOverview } from '../../../src/features/campaigns/overview/queries.ts'
import { findOwnCampaign } from '../../../src/features/campaigns/queries.ts'
import { findPublicCampaign } from '../../../src/features/campaigns/show/queries.ts'
import type { Viewer } from '../../../src/platform/http/context.ts'
import { readPage } from '../../../src/platform/list/source.ts'
import type { CampaignId } from '../../../src/shared/ids.ts'
import { type CampaignDatabase, openCampaignDatabase } from './campaign-database.ts'
import { NOW } from './fixtures.ts'

let database: CampaignDatabase
let sponsor: Viewer
let rival: Viewer
let admin: Viewer
let influencer: Viewer
let stranger: Viewer

beforeAll(async () => {
  database = await openCampaignDatabase()
  sponsor = await database.person('sponsor')
  rival = await database.person('sponsor')
  admin = await database.person('admin')
  influencer = await database.person('influencer')
  stranger = await database.person('influencer')
})
afterAll(() => database.close())

/** A page of a sponsor's own list. */
function listOf(
  viewer: Viewer,
  search: Partial<OwnCampaignSearch> = {},
  after: string | null = null,
  now = NOW,
) {
  const context = { db: database.db, viewer, now }
  return readPage(ownCampaignSource, context, { search: { ...allOwnCampaigns, ...search }, after })
}

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
    expect(await listOf(rival)).toMatchObject({ count: 0, tabs: { all: 0 }, rows: [] })
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

    const list = (state: Phase, after?: string) => listOf(busy, { state }, after)
    const page = await list('active')
    expect(page.tabs).toEqual({
      all: 29,
      draft: 2,
      upcoming: 1,
      active: 22,
      ended: 2,
      paused: 1,
      completed: 1,
    })
    for (const phase of phases) {
      const { rows, count } = await list(phase)
      expect(count).toBe(page.tabs[phase])
      expect(rows.map((row) => phaseOf(row, NOW))).toEqual(rows.map(() => phase))
    }
    expect(page.rows).toHaveLength(20)
    const rest = await list('active', String(page.next))
    expect(rest.rows).toHaveLength(2)
    expect(rest.next).toBeNull()
    expect((await list('upcoming')).rows).toMatchObject([{ id: upcoming }])
    expect((await list('ended')).rows).toMatchObject([
      { id: pausedUntilTheEnd },
      { id: ended, requests: 2, agreed: 1 },
    ])
  })

  it('shows every campaign once in each order', async () => {
    const busy = await database.person('sponsor')
    for (let n = 0; n < 45; n++) {
      const values = { name: `Name ${n % 9}`, budget: 100_000 + (n % 4), committed: n % 3, state: 'active' }
      await database.campaign(
        busy,
        n % 10 === 0
          ? { ends_at: null, state: 'draft' }
          : {
              ...values,
              ends_at: NOW + ((n % 6) - 3) * 1_000,
            },
      )
    }
    const keys: Record<OwnCampaignSearch['sort'], (row: OwnCampaign) => (number | string)[]> = {
      newest: ({ id }) => [-id],
      oldest: ({ id }) => [id],
      name: ({ id, name }) => [name.toLowerCase(), id],
      ending({ id, endsAt }) {
        if (endsAt === null) return [3, id]
        return endsAt > NOW ? [1, endsAt, id] : [2, -endsAt, id]
      },
      budget: ({ id, budget }) => [-budget, id],
      committed: ({ id, committed }) => [-committed, id],
    }
    for (const sort of Object.keys(keys) as OwnCampaignSearch['sort'][]) {
      const rows: OwnCampaign[] = []
      let after: string | null = null
      do {
        // Time goes on between two pages.
        const page: Awaited<ReturnType<typeof listOf>> = await listOf(
          busy,
          { sort },
          after,
          NOW + rows.length * 100,
        )
        rows.push(...page.rows)
        after = page.next
      } while (after !== null)
      expect(new Set(rows.map(({ id }) => id)).size, sort).toBe(45)
      const sorted = rows.toSorted((one, other) => compare(keys[sort](one), keys[sort](other)))
      expect(
        rows.map(({ id }) => id),
        sort,
      ).toEqual(sorted.map(({ id }) => id))
    }
  })

  it("reads only the sponsor's own rows, and sorts nothing to show the newest first", () => {
    const context = { db: database.db, viewer: sponsor, now: NOW }
    for (const state of ['all', ...phases] as const) {
      for (const filter of ['', 'query=trail+boots', 'category=food&visibility=private']) {
        for (const sort of Object.keys(ownCampaignSearch.sorts) as OwnCampaignSearch['sort'][]) {
          const search = { ...ownCampaignSearch.fromText(filter), state, sort }
          const selects = [
            ownCampaignSource.select(context, search, '5', 21),
            ownCampaignSource.count(context, search),
            ownCampaignSource.tabs?.(context, search),
          ]
          for (const select of selects) {
            const plan = select ? database.planOf(select) : ''
            expect(plan).toMatch(/SEARCH campaigns USING (COVERING )?INDEX campaigns_by_sponsor/)
            // The words of the query come as JSON.
            expect(
              plan.replace(/SCAN (json_each VIRTUAL TABLE|CONSTANT ROW|page|\(subquery-\d\))/g, ''),
            ).not.toMatch(/SCAN/)
            if (sort === 'newest' || sort === 'oldest') expect(plan).not.toMatch(/TEMP B-TREE/)
          }
        }
      }
    }
    expect(database.planOf(selectCurrent(database.db, sponsor.id, NOW, 5))).not.toMatch(/TEMP B-TREE/)
  })

  it('finds any part of a name, in any case, only among their own, page by page', async () => {
    const owner = await database.person('sponsor')
    const other = await database.person('sponsor')
    const named = (name: string, values = {}) => database.campaign(owner, { name, ...values })
    const boots: CampaignId[] = []
    for (let n = 0; n < 45; n++) boots.push(await named(`Trail Boots ${n}`, n % 2 ? { state: 'draft' } : {}))
    const overseas = await named('ÜBERSEE 100 %_"\\', { search_name: 'ubersee 100' })
    await database.campaign(other, { name: 'Trail Boots of another' })
    const find = async (query: string, after: string | null = null) => {
      const { rows, next, tabs } = await listOf(owner, { query }, after)
      return { ids: rows.map(({ id }) => id), next, tabs }
    }

    const found: CampaignId[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof find>> = await find('boots TRAI', after)
      expect(page.tabs).toMatchObject({ all: 45, draft: 22, active: 23 })
      found.push(...page.ids)
      after = page.next
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

function compare(one: (number | string)[], other: (number | string)[]): number {
  const index = one.findIndex((key, at) => key !== other[at])
  const [first = 0, second = 0] = [one[index], other[index]]
  if (index < 0) return 0
  return first < second ? -1 : 1
}
