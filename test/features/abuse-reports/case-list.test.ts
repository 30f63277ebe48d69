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
  selectCases,
} from '../../../src/features/abuse-reports/case-list/source.ts'
import { reasonKeys } from '../../../src/features/abuse-reports/reasons.ts'
import { updateDoubtful } from '../../../src/features/abuse-reports/weight/doubtful.ts'
import { moderatedSubjects } from '../../../src/features/flags/subject.ts'
import { write } from '../../../src/platform/db/write.ts'
import type { Viewer } from '../../../src/platform/http/context.ts'
import type { Page } from '../../../src/platform/http/paging.ts'
import { readAround, readRows } from '../../../src/platform/list/source.ts'
import { SECOND } from '../../../src/shared/time.ts'
import { type CampaignDatabase, openCampaignDatabase } from '../campaigns/campaign-database.ts'

const tabs = Object.keys(caseTabs) as CaseTab[]
const sorts = Object.keys(caseSearch.sorts) as CaseSearch['sort'][]
const names = ['Autumn Trail Boots', 'Boots', 'Light for Focus', 'Räder']

let test: CampaignDatabase
let admin: Viewer
let reporters: Viewer[]
let owners: Viewer[]
beforeAll(async () => {
  test = await openCampaignDatabase()
  admin = await test.person('admin')
  const other = await test.person('admin')
  reporters = [await test.person('influencer'), await test.person('influencer'), await test.person('sponsor')]
  owners = [await test.person('sponsor'), await test.person('influencer')]
  for (let n = 0; n < 120; n++) await insertCase(n, other)
  for (const { id } of reporters) await write(test.db, [updateDoubtful(id)])
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
      moderatedSubjects[n % 4] ?? 'user',
      n,
      owner,
      name,
      name === 'Räder' ? 'rader' : null,
      state,
      (n * 7) % 5,
      assignee,
      assignee && 1,
      (n % 6) * SECOND,
      state === 'open' ? null : (n % 3) * SECOND,
    ],
  })
  for (const [index, reporter] of reporters.slice(0, 1 + (n % 3)).entries()) {
    await test.client.execute({
      sql: 'insert into abuse_reports (case_id, reporter_id, reason, prose, outcome, decided_at, created_at) values (?, ?, ?, ?, ?, ?, 1)',
      args: [
        Number(rows[0]?.id),
        reporter.id,
        reasonKeys[(n + index) % 8] ?? 'spam',
        '',
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
      const order = rows.map((row) => [-valueIn(row, wanted), row.id] as const)
      const sorted = order.toSorted(([one, oneId], [other, otherId]) => one - other || oneId - otherId)
      expect(order).toEqual(wanted.sort === 'oldest' ? sorted.toReversed() : sorted)
    }),
    { numRuns: 60 },
  )
})

function valueIn({ weight, openedAt, closedAt }: CaseListRow, { sort }: CaseSearch): number {
  return sort === 'weight' ? weight : (closedAt ?? openedAt)
}

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

function planOf(select: Parameters<CampaignDatabase['planOf']>[0] | null): string {
  return select ? test.planOf(select) : 'nothing can match'
}

it('reads every sort order of every tab along an index', () => {
  for (const tab of tabs) {
    for (const sort of sorts) {
      for (const after of [null, '5']) {
        const wanted = { ...blank, tab, sort }
        const plan = planOf(selectCases(test.db, admin.id, wanted, after, 21))
        expect(plan, `${tab} ${sort}`).not.toContain('TEMP B-TREE')
        expect(plan, `${tab} ${sort}`).toMatch(/^SCAN abuse_cases_by_(weight|time) VIRTUAL TABLE/)
      }
    }
    expect(planOf(countCases(test.db, admin.id, { ...blank, tab }))).toMatch(
      /abuse_cases_by_\w+ VIRTUAL TABLE/,
    )
  }
})

it('finds a case by its new name, by a new name of its owner, and by a new reason', async () => {
  const [owner, reporter] = [await test.person('influencer'), await test.person('influencer')]
  const number = 1_000
  await test.client.execute({
    sql: `insert into abuse_cases (id, subject, subject_id, owner_id, title, excerpt, path, opened_at, reported_at)
      values (?, 'user', ?, ?, 'Some Title', '', '/', 1, 1)`,
    args: [number, owner.id, owner.id],
  })
  const finds = async (query: string) =>
    (await readAll(caseSearch.fromText(query))).some(({ id }) => id === number)
  expect(await finds('query=quokka')).toBe(false)

  await test.client.execute({
    sql: "update users set display_name = 'Quokka Jones' where id = ?",
    args: [owner.id],
  })
  expect(await finds('query=quokka')).toBe(true)

  await test.client.execute({
    sql: "update abuse_cases set title = 'Numbat' where id = ?",
    args: [number],
  })
  expect(await finds('query=numb+quok')).toBe(false)
  expect(await finds('query=quokka+numb')).toBe(true)

  expect(await finds('reason=threats&kind=user')).toBe(false)
  await test.client.execute({
    sql: "insert into abuse_reports (case_id, reporter_id, reason, prose, created_at) values (?, ?, 'threats', '', 1)",
    args: [number, reporter.id],
  })
  expect(await finds('reason=threats&kind=user')).toBe(true)
})
