import type { Client } from '@libsql/client/http'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PeopleSearch, peopleSearch } from '../../../src/features/accounts/people/filters.ts'
import {
  people as peopleSource,
  selectPeople,
  type UserRow,
} from '../../../src/features/accounts/people/queries.ts'
import type { Database } from '../../../src/platform/db/database.ts'
import type { Page } from '../../../src/platform/http/paging.ts'
import { readAround, readRows } from '../../../src/platform/list/source.ts'
import type { UserId } from '../../../src/shared/ids.ts'
import { startDatabase, type TestDatabase } from '../../support/database.ts'
import { planOf, slowSteps } from '../discovery/query-plan.ts'
import { anyDay, isInDays } from './lists/expect-list.ts'

const ROLES = ['influencer', 'sponsor', 'admin'] as const
const STATUSES = ['active', 'pending', 'rejected', 'suspended'] as const

const people = Array.from({ length: 90 }, (_, index) => ({
  id: index + 1,
  // The three columns share prefixes, and some people have the same name.
  username: ['mar', 'ann', 'zoe'][index % 3] + String(index),
  name: ['Mar', 'mar1', 'Annika', 'Zoe 5'][index % 4] ?? '',
  email: `${['ann', 'mar', 'info'][index % 3]}${index}@example.com`,
  role: ROLES[index % 3] ?? 'admin',
  status: STATUSES[index % 4] ?? 'active',
  // Some at the same time, some never.
  createdAt: Date.parse('2026-11-18T06:00:00Z') + index * 4 * 3_600_000,
  lastSeenAt: index % 7 === 0 ? null : 1_700_000_000_000 + ((index * 37) % 11) * 5_500,
}))

describe('admin lists', () => {
  let database: TestDatabase
  let client: Client
  let db: Database

  beforeAll(async () => {
    database = await startDatabase()
    client = database.db.client
    const insert = `insert into users (id, username, email, display_name, password_hash, role, status, last_seen_at, is_email_confirmed, created_at)
      values (?, ?, ?, ?, '', ?, ?, ?, ?, ?)`
    await client.batch(
      people.map(({ id, username, name, email, role, status, lastSeenAt, createdAt }) => ({
        sql: insert,
        args: [id, username, email, name, role, status, lastSeenAt, isConfirmed({ id }) ? 1 : 0, createdAt],
      })),
      'write',
    )
    // They are flagged after their accounts are in the index.
    await client.batch(
      people.filter(isFlagged).map(({ id }) => ({
        sql: `insert into influencers (user_id, category, niche, country, languages, flagged_at) values (?, 'food', 'vegan', 'SE', '[]', 1)`,
        args: [id],
      })),
      'write',
    )
    db = database.db
  })
  afterAll(() => database.close())

  it('page through people without skips or repeats', async () => {
    const anyFilters = fc.record({
      // Without words, the order by name has a way of its own.
      query: fc.oneof(fc.constant(''), fc.constantFrom('m', 'mar', 'mar1', 'AN', 'info', 'zoe 5', 'zo', 'x')),
      role: fc.constantFrom(null, ...ROLES, 'member' as const),
      status: fc.constantFrom(null, ...STATUSES),
      confirmed: fc.constantFrom(null, 'yes' as const, 'no' as const),
      flagged: fc.constantFrom(null, 'yes' as const, 'no' as const),
      joinedFrom: anyDay,
      joinedUntil: anyDay,
      sort: fc.constantFrom(...sorts),
    })
    await fc.assert(
      fc.asyncProperty(anyFilters, async (filters) => {
        const expected = matching(filters)
        expect(await allPages(filters)).toEqual(inOrder[filters.sort](expected))
        const { count } = await readAround(peopleSource, context(), filters)
        expect(count).toBe(expected.length)
      }),
      { numRuns: 120 },
    )
  })

  it('scan an index and never sort', async () => {
    for (const query of ['', 'mar']) {
      for (const search of everySearch(query)) {
        for (const after of [null, search.sort === 'name' ? '9' : '4611686018427387904']) {
          const select = selectPeople(db, search, after, 21)
          if (!select) throw new Error('There is nothing to scan')
          expect(
            slowSteps(await planOf(client, select)).filter((step) => !isFast(step, search)),
            JSON.stringify(search),
          ).toEqual([])
        }
      }
    }
  })

  const context = () => ({ db, viewer: { id: 1 as UserId, role: 'admin' as const }, now: 0 })

  async function allPages(search: PeopleSearch): Promise<number[]> {
    const ids: number[] = []
    let after: string | null = null
    do {
      const page: Page<UserRow> = await readRows(peopleSource, context(), search, after, 20)
      ids.push(...page.rows.map(({ id }) => id))
      after = page.next
    } while (after !== null)
    return ids
  }
})

const none = peopleSearch.fromText('')
const sorts = Object.keys(peopleSearch.sorts) as PeopleSearch['sort'][]

const inOrder: Record<PeopleSearch['sort'], (ids: number[]) => number[]> = {
  newest: (ids) => ids.toSorted((one, other) => other - one),
  oldest: (ids) => ids.toSorted((one, other) => one - other),
  seen: (ids) => ids.toSorted(bySeen),
  unseen: (ids) => ids.toSorted(bySeen).reverse(),
  name: (ids) => ids.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1)),
}

// Those who were never seen come last. The id decides between those who were seen in the same second.
function bySeen(one: number, other: number): number {
  const seen = (id: number) => Math.floor((people[id - 1]?.lastSeenAt ?? 0) / 1000)
  return seen(other) - seen(one) || one - other
}

// The id decides between those of the same name.
function nameOf(id: number): string {
  return `${people[id - 1]?.name.toLowerCase()} ${String(id).padStart(3, '0')}`
}

function isFast(step: string, { sort, query, role, flagged, confirmed }: PeopleSearch): boolean {
  if (/VIRTUAL TABLE|^SCAN \(subquery/.test(step)) return true
  if (sort !== 'name') return false
  // Few are found by words or rare filters, and sorted. All others are read along an index of names.
  const isFew = query !== '' || role === 'admin' || flagged === 'yes'
  // Few have not confirmed their address, so they have an index of their own.
  const names = confirmed === 'no' ? 'users_by_unconfirmed_name' : 'users_by_name'
  return isFew
    ? step.includes('ORDER BY') || step === 'SCAN found'
    : step === `SCAN users USING INDEX ${names}`
}

const rareFilters = [{}, { confirmed: 'no' }, { confirmed: 'no', flagged: 'yes' }] as const

function everySearch(query: string): PeopleSearch[] {
  return [null, ...ROLES].flatMap((role) =>
    [null, ...STATUSES].flatMap((status) =>
      rareFilters.flatMap((rare) => sorts.map((sort) => ({ ...none, query, role, status, ...rare, sort }))),
    ),
  )
}

function isConfirmed({ id }: { readonly id: number }): boolean {
  return id % 3 !== 0
}

function isFlagged({ id, role }: (typeof people)[number]): boolean {
  return role === 'influencer' && id % 4 === 0
}

function matching({
  query,
  role,
  status,
  confirmed,
  flagged,
  joinedFrom,
  joinedUntil,
}: PeopleSearch): number[] {
  const wanted = query.toLowerCase().split(' ').filter(Boolean)
  return people
    .filter(
      (person) => role === null || person.role === role || (role === 'member' && person.role !== 'admin'),
    )
    .filter(({ createdAt }) => isInDays(createdAt, joinedFrom, joinedUntil))
    .filter((person) => status === null || person.status === status)
    .filter((person) => confirmed === null || isConfirmed(person) === (confirmed === 'yes'))
    .filter((person) => flagged === null || isFlagged(person) === (flagged === 'yes'))
    .filter(({ username, name, email }) => {
      const words = `${username} ${name} ${email}`.toLowerCase().match(/[a-z0-9]+/g) ?? []
      return wanted.every((word, index) =>
        words.some((one) => (index === wanted.length - 1 ? one.startsWith(word) : one === word)),
      )
    })
    .map(({ id }) => id)
}
