import type { Client } from '@libsql/client/http'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type AdminAdRequestSearch,
  adminAdRequestSearch,
} from '../../../../src/features/ad-requests/all/filters.ts'
import { adminAdRequests, sortingAnswers } from '../../../../src/features/ad-requests/all/queries.ts'
import {
  type AnswerTime,
  answerTimeKeys,
  answerTimes,
} from '../../../../src/features/ad-requests/rows/answer-time.ts'
import type { ListContext } from '../../../../src/platform/list/source.ts'
import type { CampaignId, UserId } from '../../../../src/shared/ids.ts'
import { startDatabase, type TestDatabase } from '../../../support/database.ts'
import { planOfSelect, slowSteps } from '../../discovery/query-plan.ts'
import { allPages } from './all-pages.ts'
import { anyDay, expectEverySearch, isInDays } from './expect-list.ts'
import { addMarket, adRequests, hasWords, NOW, origins, requestStates, sides } from './market.ts'

let database: TestDatabase
let client: Client
let context: ListContext

beforeAll(async () => {
  database = await startDatabase()
  client = database.db.client
  await addMarket(client)
  await client.execute('update ad_requests set flagged_at = 1 where id % 3 = 0')
  const db = database.db
  context = { db, viewer: { id: 900 as UserId, role: 'admin' }, now: NOW }
})
afterAll(() => database.close())

const sorts = ['newest', 'oldest', 'amount', 'closing'] as const
const none = adminAdRequestSearch.fromText('')

const anySearch: fc.Arbitrary<AdminAdRequestSearch> = fc.record({
  query: fc.constantFrom(
    '',
    '',
    '',
    'no',
    'north',
    'slow',
    'slow ana',
    'boots',
    'boots kettle',
    'a',
    'mail3',
    'x',
  ),
  state: fc.constantFrom(null, null, 'decided' as const, ...requestStates),
  turn: fc.constantFrom(null, null, null, ...sides),
  origin: fc.constantFrom(null, null, ...origins),
  flagged: fc.constantFrom(null, null, 'yes' as const, 'no' as const),
  campaign: fc.constantFrom(null, null, null, null, 12 as CampaignId),
  sentFrom: anyDay,
  sentUntil: anyDay,
  endedFrom: anyDay,
  endedUntil: anyDay,
  answeredFrom: anyDay,
  answeredUntil: anyDay,
  answerTime: fc.constantFrom(null, null, null, ...answerTimeKeys),
  sponsor: fc.constantFrom(null, null, null, 2 as UserId),
  influencer: fc.constantFrom(null, null, null, 103 as UserId),
  sort: fc.constantFrom(...sorts),
})

type AdRequest = (typeof adRequests)[number]

function matches(one: AdRequest, search: AdminAdRequestSearch): boolean {
  const { query, state, turn, origin, flagged, campaign, sponsor, influencer } = search
  const isOpen = one.state === 'pending' && one.closesAt > NOW
  const stateNow = one.state === 'pending' && !isOpen ? 'expired' : one.state
  const isDecided = stateNow !== 'pending' && stateNow !== 'withdrawn'
  const { name, username, email } = one.influencer
  return (
    (hasWords(`${one.campaign.name} ${one.campaign.sponsor.companyName}`, query) ||
      hasWords(`${name} ${username} ${email}`, query)) &&
    (state === null || state === stateNow || (state === 'decided' && isDecided)) &&
    (turn === null || (isOpen && one.turn === turn)) &&
    (origin === null || one.origin === origin) &&
    (flagged === null || (one.id % 3 === 0) === (flagged === 'yes')) &&
    (campaign === null || one.campaign.id === campaign) &&
    isInDays(one.createdAt, search.sentFrom, search.sentUntil) &&
    isInDays(one.firstAnsweredAt, search.answeredFrom, search.answeredUntil) &&
    (search.answerTime === null || timeToAnswer(one) === search.answerTime) &&
    isInDays(one.closesAt <= NOW ? one.closesAt : null, search.endedFrom, search.endedUntil) &&
    (sponsor === null || one.campaign.sponsor.id === sponsor) &&
    (influencer === null || one.influencer.id === influencer)
  )
}

function timeToAnswer({ createdAt, firstAnsweredAt }: AdRequest): AnswerTime | null {
  if (firstAnsweredAt === null) return null
  const took = firstAnsweredAt - createdAt
  return answerTimeKeys.find((key) => took < (answerTimes[key].under ?? Number.POSITIVE_INFINITY)) ?? null
}

function compare(one: AdRequest, other: AdRequest, sort: AdminAdRequestSearch['sort']): number {
  switch (sort) {
    case 'newest':
      return other.id - one.id
    case 'oldest':
      return one.id - other.id
    case 'amount':
      return other.paymentAmount - one.paymentAmount || other.id - one.id
    case 'closing': {
      const isOver = ({ closesAt }: AdRequest) => closesAt <= NOW
      if (isOver(one) !== isOver(other)) return isOver(one) ? 1 : -1
      const order = one.closesAt - other.closesAt || one.id - other.id
      return isOver(one) ? -order : order
    }
  }
}

describe("the admins' list of ad requests", () => {
  it('has every request that matches once and in order, page by page, and counts them', async () => {
    const expected = { searches: anySearch, items: adRequests, matches, compare }
    await expectEverySearch({ source: adminAdRequests, context, ...expected }, 200)
  })

  it('has them, too, where more were answered in some days than are sorted', async () => {
    const answered = fc.constantFrom('2026-11-01', '2026-11-20')
    const searches = fc
      .tuple(anySearch, answered)
      .map(([search, answeredFrom]) => ({ ...search, query: '', flagged: null, answeredFrom }))
    const expected = { searches, items: adRequests, matches, compare }
    await expectEverySearch({ source: sortingAnswers(3), context, ...expected }, 100)
  })

  it('finds a request by the new name of its sponsor at once', async () => {
    const found = async (query: string) =>
      (await allPages(adminAdRequests, context, { ...none, query }, 50)).length
    const before = await found('Kettle')
    expect(before).toBeGreaterThan(5)
    await client.execute(
      "update sponsors set company_name = 'Glow Works' where company_name = 'Kettle & Crumb'",
    )
    expect([await found('Kettle'), await found('Glow')]).toEqual([0, before])
    await client.execute(
      "update sponsors set company_name = 'Kettle & Crumb' where company_name = 'Glow Works'",
    )
  })

  const cursors = { newest: '9', oldest: '9', amount: '100000_9', closing: `${NOW}_9_${NOW}` } as const

  it('scans an index, and sorts only the requests of a few names', async () => {
    for (const sort of sorts) {
      for (const filter of [
        {},
        { state: 'pending' },
        { state: 'rejected', origin: 'application' },
        { state: 'expired' },
        { state: 'decided', endedFrom: '2026-11-20' },
        { turn: 'sponsor' },
        { query: 'north' },
        { sponsor: 2 as UserId },
        { sentFrom: '2026-11-20', sentUntil: '2026-11-27' },
        { state: 'accepted', endedFrom: '2026-11-20', endedUntil: '2026-11-27' },
        { answeredFrom: '2026-11-20', answeredUntil: '2026-11-27' },
        { answerTime: 'longer', answeredFrom: '2026-11-20', state: 'accepted' },
      ] as const) {
        for (const after of [null, cursors[sort]]) {
          const search = { ...none, ...filter, sort }
          const select = adminAdRequests.select(context, search, after, 21)
          if (!select) throw new Error('There is nothing to scan')
          // At most 10,000 answers are sorted.
          const isSorted =
            'query' in filter || 'sponsor' in filter || 'answeredFrom' in filter || 'answerTime' in filter
          const slow = slowSteps(await planOfSelect(client, select)).filter(
            (step) =>
              !/VIRTUAL TABLE|^SCAN \(|^SCAN (named|page)$/.test(step) &&
              // In the order of an index.
              !/^SCAN ad_requests( USING (COVERING )?INDEX ad_requests_by_(amount|closing))?$/.test(step) &&
              !(isSorted && step.includes('TEMP B-TREE')),
          )
          expect(slow, `${sort} ${JSON.stringify(filter)} ${after}`).toEqual([])
        }
      }
    }
  })

  it('does not look for what has ended among what is open, or the other way round', () => {
    for (const filter of [
      { state: 'expired' },
      { state: 'decided' },
      { endedFrom: '2026-11-20' },
      { turn: 'sponsor' },
    ] as const) {
      const search = { ...none, ...filter, sort: 'closing' as const }
      const select = adminAdRequests.select(context, search, null, 21)
      expect(select?.prepare().getQuery().sql).not.toContain('union all')
    }
  })

  it('reads the requests of a name, never all requests for a name', async () => {
    for (const sort of sorts) {
      const select = adminAdRequests.select(context, { ...none, query: 'north', sort }, null, 21)
      const plan = select ? await planOfSelect(client, select) : []
      expect(
        plan.filter((step) => step.includes(' ad_requests')).map((step) => step.slice(0, 6)),
      ).not.toContain('SCAN a')
      expect(plan.some((step) => step.includes('ad_requests_by_campaign'))).toBe(true)
    }
  })
})
