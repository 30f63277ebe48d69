import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type CaseSearch,
  type CaseTab,
  caseSearch,
  caseTabs,
} from '../../../src/features/abuse-reports/case-list/filters.ts'
import {
  type CaseListRow,
  cases,
  countCases,
  MAX_SEARCHED,
  selectCases,
} from '../../../src/features/abuse-reports/case-list/source.ts'
import { reasonKeys } from '../../../src/features/abuse-reports/reasons.ts'
import { moderatedSubjects } from '../../../src/features/flags/subject.ts'
import type { Viewer } from '../../../src/platform/http/context.ts'
import type { Page } from '../../../src/platform/http/paging.ts'
import { readAround, readRows } from '../../../src/platform/list/source.ts'
import { openTestDatabase, type TestDatabase } from '../campaigns/test-database.ts'

const tabs = Object.keys(caseTabs) as CaseTab[]
const sorts = Object.keys(caseSearch.sorts) as CaseSearch['sort'][]
const names = ['Autumn Trail Boots', 'Boots', 'Light for Focus', 'Räder']

let test: TestDatabase
let admin: Viewer
let reporters: Viewer[]
let owners: Viewer[]
beforeAll(async () => {
  test = await openTestDatabase()
  admin = await test.person('admin')
  const other = await test.person('admin')
  reporters = [await test.person('influencer'), await test.person('influencer'), await test.person('sponsor')]
  owners = [await test.person('sponsor'), await test.person('influencer')]
  for (let n = 0; n < 120; n++) await insertCase(n, other)
})
afterAll(() => test.close())

// Few different values, so that many rows have the same place in an order.
async function insertCase(n: number, other: Viewer): Promise<void> {
  const state = (['open', 'open', 'open', 'upheld', 'dismissed'] as const)[n % 5] ?? 'open'
  const assignee = [null, admin.id, other.id][n % 3] ?? null
  const owner = owners[n % 2]?.id ?? 0
  const name = names[n % 4] ?? ''
  const { rows } = await test.client.execute({
    sql: `insert into abuse_cases (subject, subject_id, owner_id, title, search_title, excerpt, path, state, weight, assignee_id,
      assigned_at, opened_at, reported_at, closed_at) values (?, ?, ?, ?, ?, '', '/', ?, ?, ?, ?, ?, 1, ?) returning id`,
    args: [
      ...[moderatedSubjects[n % 4] ?? 'user', n, owner, name, name === 'Räder' ? 'rader' : null, state],
      ...[(n * 7) % 5, assignee, assignee && 1, n % 6, state === 'open' ? null : n % 3],
    ],
  })
  for (const [index, reporter] of reporters.slice(0, 1 + (n % 3)).entries()) {
    await test.client.execute({
      sql: 'insert into abuse_reports (case_id, reporter_id, reason, prose, outcome, decided_at, created_at) values (?, ?, ?, ?, ?, ?, 1)',
      args: [
        ...[Number(rows[0]?.id), reporter.id, reasonKeys[(n + index) % 8] ?? 'spam', ''],
        ...(index === 2 && n % 4 === 0 ? ['abusive', 1] : ['open', null]),
      ],
    })
  }
}

const search: fc.Arbitrary<Partial<CaseSearch>> = fc.record({
  query: fc.constantFrom('', '', 'boots', 'trail boots', 'rader', 'nothing'),
  sort: fc.constantFrom(...sorts),
  tab: fc.constantFrom(...tabs),
  kind: fc.constantFrom(null, null, ...moderatedSubjects),
  reason: fc.constantFrom(null, null, ...reasonKeys),
  reporters: fc.constantFrom(null, null, 'doubtful', 'reliable'),
})

const blank = caseSearch.fromText('')
const context = () => ({ db: test.db, viewer: admin, now: 1 })

async function readAll(wanted: CaseSearch): Promise<CaseListRow[]> {
  const rows: CaseListRow[] = []
  let after: string | null = null
  do {
    const page: Page<CaseListRow> = await readRows(cases, context(), wanted, after, 7)
    rows.push(...page.rows)
    after = page.next
  } while (after !== null)
  return rows
}

it('pages through every case that matches once, in order, and counts them', async () => {
  await fc.assert(
    fc.asyncProperty(search, async (filters) => {
      const wanted = { ...blank, ...filters }
      const rows = await readAll(wanted)
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
      expect((await readAround(cases, context(), wanted)).count).toBe(rows.length)
      for (const row of rows) expectMatch(row, wanted)
      const keys = rows.map((row) => cases.cursorOf(row, wanted).split('_').map(Number))
      const sorted = keys.toSorted(
        ([one = 0, oneId = 0], [other = 0, otherId = 0]) => one - other || oneId - otherId,
      )
      expect(keys).toEqual(wanted.sort === 'oldest' ? sorted : sorted.toReversed())
    }),
    { numRuns: 60 },
  )
})

function expectMatch(row: CaseListRow, { tab, kind, reason, reporters: wantedReporters, query }: CaseSearch) {
  expect(row.state === 'open').toBe(tab !== 'closed')
  if (tab === 'mine') expect(row.assigneeId).toBe(admin.id)
  if (tab === 'unassigned') expect(row.assigneeId).toBeNull()
  if (kind) expect(row.subject).toBe(kind)
  if (reason) expect(row.reasons).toContain(reason)
  if (wantedReporters) expect(row.hasDoubtful).toBe(wantedReporters === 'doubtful')
  if (query === 'trail boots') expect(row.title).toBe('Autumn Trail Boots')
}

it('no filter loses a case: the tabs together have all of them', async () => {
  const [open, closed] = [await readAll(blank), await readAll({ ...blank, tab: 'closed' })]
  expect(open.length + closed.length).toBe(120)
  const byKind = await Promise.all(moderatedSubjects.map((kind) => readAll({ ...blank, kind })))
  expect(byKind.flat()).toHaveLength(open.length)
  const { tabs: counts } = await readAround(cases, context(), blank)
  expect(counts).toEqual({ open: 72, mine: 24, unassigned: 24 })
})

it('finds the cases about a person and those that they reported', async () => {
  const [owner] = owners
  const [, , third] = reporters
  const about = await readAll({ ...blank, owner: owner?.id ?? null })
  expect(about).toHaveLength(36)
  const reported = await readAll({ ...blank, reporter: third?.id ?? null })
  expect(reported).toHaveLength(24)
})

it('reads every sort order of every tab along an index', () => {
  for (const tab of tabs) {
    for (const sort of sorts) {
      for (const after of [null, '5_5']) {
        const wanted = { ...blank, tab, sort }
        const plan = test.planOf(selectCases(test.db, admin.id, wanted, after, 21))
        expect(plan, `${tab} ${sort}`).not.toContain('USE TEMP B-TREE FOR ORDER BY')
        expect(plan, `${tab} ${sort}`).toMatch(
          /^(SEARCH|SCAN) abuse_cases USING INDEX abuse_cases_(open|closed|assigned)/,
        )
      }
    }
    expect(test.planOf(countCases(test.db, admin.id, { ...blank, tab }))).toMatch(
      /USING (COVERING )?INDEX abuse_cases/,
    )
  }
})

it('looks for words only in the first cases of the order', async () => {
  const open = { ...caseSearch.fromText('query=rare'), sort: 'oldest' } as const
  const found = async (search: CaseSearch) => (await readRows(cases, context(), search, null, 50)).rows.length
  await test.client.execute(`with recursive n(i) as (select 1 union all select i + 1 from n where i <= ${MAX_SEARCHED})
    insert into abuse_cases (subject, subject_id, owner_id, title, excerpt, path, opened_at, reported_at)
    select 'message', 1000 + i, ${owners[0]?.id}, iif(i > ${MAX_SEARCHED}, 'Rare', 'Common'), '', '/', 1000 + i, 1 from n`)
  expect(await found(open)).toBe(0)
  expect(await found({ ...open, sort: 'newest' })).toBe(1)
  expect(await found({ ...open, owner: owners[0]?.id ?? null })).toBe(1)
})
