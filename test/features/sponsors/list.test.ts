import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nameKey, websiteDomain } from '../../../src/features/sponsors/approvals/likeness.ts'
import {
  countSponsors,
  type SponsorRow,
  selectSponsors,
  sponsorSource,
} from '../../../src/features/sponsors/approvals/list.ts'
import { countAnswerable, selectAnswerable } from '../../../src/features/sponsors/approvals/queries.ts'
import {
  type SponsorSearch,
  sponsorSearch,
  sponsorTabs,
} from '../../../src/features/sponsors/approvals/search.ts'
import type { Page } from '../../../src/platform/http/paging.ts'
import { readAround, readRows } from '../../../src/platform/list/source.ts'
import type { UserId } from '../../../src/shared/ids.ts'
import { startDatabase } from '../../support/database.ts'
import { planOf, slowSteps } from '../discovery/query-plan.ts'

let fixture: Awaited<ReturnType<typeof startDatabase>>
const statuses = ['pending', 'active', 'rejected', 'suspended'] as const
/** Every fourth one asks for a new name. Many submitted at the same second. */
const all = Array.from({ length: 90 }, (_, index) => ({
  id: index + 1,
  company: `${['Trail', 'Peak', 'Lake'][index % 3]} Company ${index + 1}`,
  status: statuses[index % 4] ?? 'active',
  submittedAt: 1_760_000_000_000 + Math.floor(index / 7) * 1_000,
  requestedName: index % 8 === 1 ? `New Name ${index}` : null,
}))

beforeAll(async () => {
  fixture = await startDatabase()
  await fixture.db.client.batch(
    all.flatMap(({ id, company, status, submittedAt, requestedName }) => [
      {
        sql: `insert into users (id, username, email, display_name, password_hash, role, status, created_at)
          values (?, 'user' || ?, 'user' || ? || '@company' || ? || '.example', 'Person', '', 'sponsor', ?, 1)`,
        args: [id, id, id, id, status],
      },
      {
        sql: `insert into sponsors (user_id, company_name, industry, submitted_at, name_key, requested_name, name_requested_at)
          values (?, ?, 'Outdoor gear', ?, ?, ?, ?)`,
        args: [id, company, submittedAt, nameKey(company), requestedName, requestedName && 1],
      },
    ]),
    'write',
  )
})
afterAll(() => fixture.close())

const context = () => ({ db: fixture.db, viewer: { id: 1 as UserId, role: 'admin' as const }, now: 0 })
const tabs = Object.keys(sponsorTabs) as (keyof typeof sponsorTabs)[]
const searches: SponsorSearch[] = tabs.flatMap((status) =>
  (['oldest', 'newest'] as const).flatMap((sort) =>
    ['', 'trail', 'zzz'].map((query) => ({ status, sort, query })),
  ),
)

async function allPages(search: SponsorSearch): Promise<SponsorRow[]> {
  const found: SponsorRow[] = []
  let after: string | null = null
  do {
    const page: Page<SponsorRow> = await readRows(sponsorSource, context(), search, after, 7)
    found.push(...page.rows)
    after = page.next
  } while (after !== null)
  return found
}

function expected({ status, sort, query }: SponsorSearch): number[] {
  const ids = all
    .filter((one) => status === 'all' || (status === 'renamed' ? one.requestedName : one.status === status))
    .filter(({ company }) => company.toLowerCase().includes(query))
    .map(({ id }) => id)
  return sort === 'oldest' ? ids : ids.toReversed()
}

describe("the admins' list of sponsors", () => {
  it('pages without skips or repeats, in both orders, in each tab, with and without words', async () => {
    for (const search of searches) {
      const ids = (await allPages(search)).map(({ id }) => Number(id))
      expect(ids, JSON.stringify(search)).toEqual(expected(search))
      expect((await readAround(sponsorSource, context(), search)).count).toBe(ids.length)
    }
  })

  it('counts its tabs', async () => {
    const search = sponsorSearch.fromText('')
    const { tabs: counts } = await readAround(sponsorSource, context(), search)
    expect(counts).toEqual({ pending: 23, renamed: 12, rejected: 22 })
  })

  it('never scans a table or sorts', async () => {
    for (const search of searches) {
      for (const select of [
        selectSponsors(fixture.db, search, '1760000001_8', 21),
        countSponsors(fixture.db, search),
      ]) {
        if (!select) continue
        const steps = slowSteps(await planOf(fixture.db.client, select)).filter(
          (step) => !/VIRTUAL TABLE|^SCAN (\(subquery|CONSTANT ROW)/.test(step),
        )
        expect(steps, JSON.stringify(search)).toEqual([])
      }
    }
    for (const scope of [{ allMatching: '' }, { ids: [1, 2, 3] }]) {
      const target = { scope, seenAt: 9e15 }
      for (const select of [
        selectAnswerable(fixture.db, target, [3], 50),
        countAnswerable(fixture.db, target),
      ]) {
        const steps = slowSteps(await planOf(fixture.db.client, select))
        expect(steps.filter((step) => !step.startsWith('SCAN json_each'))).toEqual([])
      }
    }
  })
})

describe('a bulk answer to all that match', () => {
  const idsOf = async (allMatching: string) => {
    const target = { scope: { allMatching }, seenAt: 9e15 }
    const [rows, [counted]] = await fixture.db.read([
      selectAnswerable(fixture.db, target, null, 100),
      countAnswerable(fixture.db, target),
    ])
    expect(counted?.count).toBe(rows.length)
    return rows.map(({ id }) => Number(id))
  }

  it.each(['', 'query=trail', 'sort=newest', 'query=zzz'])(
    'is about the waiting ones that the list shows: %s',
    async (text) => {
      const search = sponsorSearch.fromText(text)
      expect(await idsOf(text)).toEqual(expected({ ...search, sort: 'oldest' }))
    },
  )

  it('is about nobody in a tab of sponsors who do not wait', async () => {
    expect(await idsOf('status=rejected')).toEqual([])
  })
})

describe('similar sponsors', () => {
  it('are found by name, website and e-mail domain, whatever their status, but not by free providers', async () => {
    const { client } = fixture.db
    const add = (id: number, company: string, email: string, website: string | null) => [
      {
        sql: `insert into users (id, username, email, display_name, password_hash, role, status, created_at)
          values (?, 'like' || ?, ?, 'Person', '', 'sponsor', 'rejected', 1)`,
        args: [id, id, email],
      },
      {
        sql: `insert into sponsors (user_id, company_name, industry, submitted_at, name_key, website, website_domain)
          values (?, ?, 'Outdoor gear', 1, ?, ?, ?)`,
        args: [id, company, nameKey(company), website, websiteDomain(website)],
      },
    ]
    await client.batch(
      [
        ...add(501, 'Northway Outdoor', 'ana@northway.example', 'https://northway.example'),
        ...add(502, 'N0rthway Outdoor Inc.', 'bo@gmail.com', null),
        ...add(503, 'Somebody Else', 'cy@gmail.com', 'https://www.northway.example/shop'),
        ...add(504, 'Third Party', 'di@northway.example', null),
        ...add(505, 'Nothing In Common', 'ed@gmail.com', 'https://other.example'),
      ],
      'write',
    )
    const { found } = await readAround(sponsorSource, context(), sponsorSearch.fromText(''), [501, 505])
    const similarTo = (id: number) =>
      found.find((row) => Number(row.id) === id)?.similar.map((other) => [other.id, other.likeness])
    expect(similarTo(501)).toEqual([
      [502, 'name'],
      [503, 'website'],
      [504, 'email'],
    ])
    expect(similarTo(505)).toEqual([])
  })
})
