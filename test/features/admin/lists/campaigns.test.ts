import type { Client } from '@libsql/client/http'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type AdminCampaignSearch,
  adminCampaignSearch,
} from '../../../../src/features/campaigns/all/filters.ts'
import { adminCampaigns } from '../../../../src/features/campaigns/all/queries.ts'
import type { ListContext } from '../../../../src/platform/list/source.ts'
import type { UserId } from '../../../../src/shared/ids.ts'
import { startDatabase, type TestDatabase } from '../../../support/database.ts'
import { planOfSelect, slowSteps } from '../../discovery/query-plan.ts'
import { allPages } from './all-pages.ts'
import { anyDay, expectEverySearch, isInDays } from './expect-list.ts'
import { addMarket, campaignStates, campaigns, hasWords, NOW, visibilities } from './market.ts'

let database: TestDatabase
let client: Client
let context: ListContext

beforeAll(async () => {
  database = await startDatabase()
  client = database.db.client
  await addMarket(client)
  const db = database.db
  context = { db, viewer: { id: 900 as UserId, role: 'admin' }, now: NOW }
})
afterAll(() => database.close())

const sorts = ['newest', 'oldest', 'ending', 'budget', 'committed'] as const
const none = adminCampaignSearch.fromText('')

const anySearch: fc.Arbitrary<AdminCampaignSearch> = fc.record({
  query: fc.constantFrom(
    '',
    '',
    '',
    'no',
    'north',
    'slow',
    'slow coffee',
    'coffee rail',
    'boots kettle',
    'xyz',
  ),
  state: fc.constantFrom(null, null, ...campaignStates),
  visibility: fc.constantFrom(null, null, ...visibilities),
  flagged: fc.constantFrom(null, null, 'yes' as const, 'no' as const),
  category: fc.constantFrom(null, null, null, 'food' as const, 'travel' as const),
  platform: fc.constantFrom(null, null, null, 'tiktok' as const, 'blog' as const),
  publishedFrom: anyDay,
  publishedUntil: anyDay,
  sponsor: fc.constantFrom(null, null, null, 2 as UserId),
  sort: fc.constantFrom(...sorts),
})

type Campaign = (typeof campaigns)[number]

function matches(one: Campaign, search: AdminCampaignSearch): boolean {
  const { query, state, visibility, flagged, category, platform, sponsor } = search
  return (
    hasWords(`${one.name} ${one.sponsor.companyName}`, query) &&
    (state === null || one.state === state) &&
    (visibility === null || one.visibility === visibility) &&
    (flagged === null || (one.flaggedAt !== null) === (flagged === 'yes')) &&
    (category === null || one.category === category) &&
    (platform === null || one.platforms.includes(platform)) &&
    isInDays(one.publishedAt, search.publishedFrom, search.publishedUntil) &&
    (sponsor === null || one.sponsor.id === sponsor)
  )
}

function isPublished(state: Campaign['state']): boolean {
  return state === 'active' || state === 'paused'
}

function compare(one: Campaign, other: Campaign, sort: AdminCampaignSearch['sort']): number {
  switch (sort) {
    case 'newest':
      return other.id - one.id
    case 'oldest':
      return one.id - other.id
    case 'budget':
      return other.budget - one.budget || one.id - other.id
    case 'committed':
      return other.committed - one.committed || one.id - other.id
    case 'ending': {
      const end = ({ endsAt }: Campaign) => endsAt ?? Number.MAX_SAFE_INTEGER
      const isOver = (campaign: Campaign) => end(campaign) < NOW
      if (isOver(one) !== isOver(other)) return isOver(one) ? 1 : -1
      const order = end(one) - end(other) || one.id - other.id
      return isOver(one) ? -order : order
    }
  }
}

describe("the admins' list of campaigns", () => {
  it('has every campaign that matches once and in order, page by page, and counts them', async () => {
    const expected = { searches: anySearch, items: campaigns, matches, compare }
    await expectEverySearch({ source: adminCampaigns, context, ...expected }, 150)
  })

  it('follows changes of a campaign, and of the name of its sponsor', async () => {
    const found = async (query: string) =>
      (await allPages(adminCampaigns, context, { ...none, query }, 50)).map(({ id }) => id)
    const before = await found('Lumen')
    expect(before.length).toBeGreaterThan(5)

    await client.execute("update sponsors set company_name = 'Glow Works' where company_name = 'Lumen Desk'")
    expect(await found('Lumen')).toEqual([])
    expect(await found('Glow')).toEqual(before)
    await client.execute("update sponsors set company_name = 'Lumen Desk' where company_name = 'Glow Works'")

    const [first = 0] = before
    await client.execute({ sql: 'update campaigns set committed = budget where id = ?', args: [first] })
    const [top] = await allPages(adminCampaigns, context, { ...none, query: 'Lumen', sort: 'committed' }, 50)
    expect(top?.id).toBe(first)
    await client.execute({
      sql: 'update campaigns set committed = ? where id = ?',
      args: [campaigns.find(({ id }) => id === first)?.committed ?? 0, first],
    })
  })

  it('has those that have ended apart from the active and paused ones, until they get a later end', async () => {
    const ids = async (state: AdminCampaignSearch['state']) =>
      (await allPages(adminCampaigns, context, { ...none, state }, 50)).map(({ id }) => id)
    const over = campaigns.filter(({ state, endsAt }) => isPublished(state) && endsAt && endsAt <= NOW)
    const [active, paused] = [await ids('active'), await ids('paused')]
    expect(await ids('ended')).toEqual([])

    // As the sweep does.
    const record = 'update campaigns set recorded_end_at = ends_at where ends_at <= ?'
    await client.execute({ sql: record, args: [NOW] })
    const ended = await ids('ended')
    expect(ended.toSorted((a, b) => a - b)).toEqual(over.map(({ id }) => id))
    expect(await ids('active')).toEqual(active.filter((id) => !ended.includes(id)))
    expect(await ids('paused')).toEqual(paused.filter((id) => !ended.includes(id)))

    const [first = 0] = ended
    await client.execute({ sql: 'update campaigns set ends_at = ends_at + 1 where id = ?', args: [first] })
    expect(await ids('ended')).toEqual(ended.slice(1))
    await client.execute({ sql: 'update campaigns set ends_at = ends_at - 1 where id = ?', args: [first] })
    await client.execute('update campaigns set recorded_end_at = null')
  })

  it('scans an index and never sorts', async () => {
    for (const sort of sorts) {
      for (const filter of [
        {},
        { query: 'north' },
        { state: 'active', flagged: 'yes', publishedFrom: '2026-11-20' },
      ] as const) {
        for (const after of [null, '4611686018427387904_1795780000']) {
          const search = { ...none, ...filter, sort }
          const select = adminCampaigns.select(context, search, after, 21)
          const count = adminCampaigns.count(context, search)
          if (!select || !count) throw new Error('There is nothing to scan')
          for (const plan of [await planOfSelect(client, select), await planOfSelect(client, count)]) {
            const slow = slowSteps(plan).filter((step) => !/VIRTUAL TABLE|^SCAN \(|CONSTANT ROW/.test(step))
            expect(slow, sort).toEqual([])
          }
        }
      }
    }
  })
})
