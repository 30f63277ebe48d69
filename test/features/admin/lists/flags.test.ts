import type { Client } from '@libsql/client/http'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FlagListRow, flagSource } from '../../../../src/features/admin/flags/list-queries.ts'
import { type FlagSearch, flagSearch } from '../../../../src/features/admin/flags/search.ts'
import type { Database } from '../../../../src/platform/db/database.ts'
import { readAround, readRows } from '../../../../src/platform/list/source.ts'
import type { UserId } from '../../../../src/shared/ids.ts'
import { startDatabase, type TestDatabase } from '../../../support/database.ts'
import { planOfSelect, slowSteps } from '../../discovery/query-plan.ts'

let database: TestDatabase
let client: Client
let db: Database

const owners = [
  { id: 2, name: 'Quokka Boots', username: 'quokka' },
  { id: 3, name: 'Åsa Räder', searchName: 'asa rader', username: 'asa' },
]
const states = ['open', 'lifted', 'appealed', 'kept'] as const
const subjects = ['user', 'campaign', 'ad_request', 'message'] as const
const reasons = ['spam', 'fraud', 'other'] as const
const titles = ['Boots in autumn', 'Numbat', 'Light for focus']

const flags = Array.from({ length: 80 }, (_, index) => ({
  id: index + 1,
  subject: subjects[index % 4] ?? 'user',
  title: titles[index % 3] ?? '',
  owner: owners[index % 2] ?? { id: 2, name: '', username: '' },
  reason: reasons[index % 3] ?? 'spam',
  state: states[((index * 7) % 5) % 4] ?? 'open',
}))

// Every second flagged account has been deleted. The other things never were.
const isOver = ({ id, subject }: Pick<(typeof flags)[number], 'id' | 'subject'>) =>
  subject !== 'user' || id % 8 === 5

beforeAll(async () => {
  database = await startDatabase()
  client = database.db.client
  db = database.db
  const people = [{ id: 1, name: 'Ada', username: 'ada', searchName: null }, ...owners]
  await client.batch(
    [
      ...people.map(({ id, name, username, searchName = null }) => ({
        sql: `insert into users (id, username, email, display_name, search_display_name, password_hash, role, status, created_at)
          values (?, ?, ?, ?, ?, '', 'influencer', 'active', 0)`,
        args: [id, username, `${username}@example.com`, name, searchName],
      })),
      ...flags.map(({ id, subject }) => ({
        sql: `insert into users (id, username, email, display_name, password_hash, role, status, created_at)
          values (?, ?, ?, '', '', 'influencer', ?, 0)`,
        args: [
          1000 + id,
          `thing${id}`,
          `thing${id}@example.com`,
          isOver({ id, subject }) ? 'deleted' : 'active',
        ],
      })),
      ...flags.map(({ id, subject, title, owner, reason, state }) => ({
        sql: `insert into flags (id, subject, subject_id, title, owner_id, reason, flagged_by, flagged_at, state, appeal,
            appealed_at, decided_by, decided_at) values (?, ?, ?, ?, ?, ?, 1, 1, ?, ?, ?, ?, ?)`,
        args: [
          id,
          subject,
          1000 + id,
          title,
          owner.id,
          reason,
          state,
          ...(state === 'appealed' || state === 'kept' ? ['Please', 1] : [null, null]),
          ...(state === 'kept' || state === 'lifted' ? [1, 1] : [null, null]),
        ],
      })),
    ],
    'write',
  )
})
afterAll(() => database.close())

const anySearch = fc.record({
  query: fc.constantFrom('', '', 'boots', 'quokka numb', 'rader', 'AS', 'nothing'),
  state: fc.constantFrom('all' as const, 'standing' as const, 'over' as const, ...states),
  subject: fc.constantFrom(null, null, ...subjects),
  reason: fc.constantFrom(null, null, ...reasons),
  owner: fc.constantFrom(null, null, 2 as UserId, 3 as UserId),
  sort: fc.constantFrom('urgent' as const, 'newest' as const, 'oldest' as const),
})

it('pages through every flag that matches once, in order, and counts them', async () => {
  await fc.assert(
    fc.asyncProperty(anySearch, async (search) => {
      const expected = inOrder(
        flags.filter((flag) => matches(flag, search)),
        search,
      ).map(({ id }) => id)
      expect(await allPages(search)).toEqual(expected)
      expect((await readAround(flagSource, context(), search)).count).toBe(expected.length)
    }),
    { numRuns: 60 },
  )
})

it('finds a flag by what it is about and by its owner as they are called now', async () => {
  const find = (query: string) => allPages({ ...flagSearch.fromText('state=all'), query, owner: 2 as UserId })
  expect(await find('wombat')).toEqual([])
  await client.execute("update users set display_name = 'Wombat' where id = 2")
  expect(await find('wombat')).toHaveLength(40)
  await client.execute("update flags set title = 'Echidna' where id = 1")
  expect(await find('wombat echid')).toEqual([1])
  await client.execute("update users set display_name = 'Quokka Boots' where id = 2")
  await client.execute(`update flags set title = '${titles[0]}' where id = 1`)
})

it('reads every order along an index, and never sorts', async () => {
  for (const sort of ['urgent', 'newest', 'oldest'] as const) {
    for (const query of ['', 'boots']) {
      for (const after of [null, '4611686018427387904']) {
        const search = { ...flagSearch.fromText('state=standing&reason=fraud'), sort, query }
        const select = flagSource.select(context(), search, after, 21)
        const steps = select ? slowSteps(await planOfSelect(client, select)) : ['nothing to read']
        expect(steps.filter((step) => !/VIRTUAL TABLE|^SCAN \(subquery/.test(step))).toEqual([])
      }
    }
  }
})

function context() {
  return { db, viewer: { id: 1 as UserId, role: 'admin' as const }, now: 0 }
}

async function allPages(search: FlagSearch): Promise<number[]> {
  const rows: FlagListRow[] = []
  let after: string | null = null
  do {
    const page: { rows: readonly FlagListRow[]; next: string | null } = await readRows(
      flagSource,
      context(),
      search,
      after,
      9,
    )
    rows.push(...page.rows)
    after = page.next
  } while (after !== null)
  return rows.map(({ id }) => id)
}

function matches(
  flag: (typeof flags)[number],
  { query, state, subject, reason, owner }: FlagSearch,
): boolean {
  const names = `${flag.title} ${flag.owner.searchName ?? flag.owner.name} ${flag.owner.username}`
  const words = names.toLowerCase().split(' ')
  return (
    query
      .toLowerCase()
      .split(' ')
      .filter(Boolean)
      .every((word, at, all) =>
        words.some((one) => (at === all.length - 1 ? one.startsWith(word) : one === word)),
      ) &&
    isInTab(flag, state) &&
    (subject === null || flag.subject === subject) &&
    (reason === null || flag.reason === reason) &&
    (owner === null || flag.owner.id === owner)
  )
}

function isInTab(flag: (typeof flags)[number], tab: FlagSearch['state']): boolean {
  if (tab === 'all') return true
  if (tab === 'lifted') return flag.state === 'lifted'
  if (tab === 'over') return flag.state !== 'lifted' && isOver(flag)
  return !isOver(flag) && (tab === 'standing' ? flag.state !== 'lifted' : flag.state === tab)
}

function inOrder(found: readonly (typeof flags)[number][], { sort }: FlagSearch) {
  const urgency = ['appealed', 'open', 'kept', 'lifted']
  const newestFirst = found.toSorted((one, other) => other.id - one.id)
  if (sort === 'oldest') return newestFirst.reverse()
  return sort === 'newest'
    ? newestFirst
    : newestFirst.toSorted((one, other) => urgency.indexOf(one.state) - urgency.indexOf(other.state))
}
