import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  EVERYBODY,
  type InfluencerSearch,
  influencerSorts,
} from '../../../../src/features/discovery/influencers/filters.ts'
import { searchInfluencers } from '../../../../src/features/discovery/influencers/queries.ts'
import { searchText } from '../../../../src/platform/db/searched-text.ts'
import { parseCursor } from '../../../../src/platform/search/cursor.ts'
import { startDatabase } from '../../../support/database.ts'
import {
  bruteForce,
  insertInfluencer,
  insertInfluencers,
  makeInfluencers,
  type TestInfluencer,
} from '../influencer-fixture.ts'

let database: Awaited<ReturnType<typeof startDatabase>>
let made: TestInfluencer[] = makeInfluencers(140)
let nextId = 1_000

beforeAll(async () => {
  database = await startDatabase()
  await insertInfluencers(database.db.client, made)
})
afterAll(() => database.close())

const changes = fc.constantFrom('insert', 'remove', 'suspend', 'flag', 'grow', 'rename')
type Change = typeof changes extends fc.Arbitrary<infer Kind> ? Kind : never

/** Applies a change to one influencer, or adds one. */
async function apply(change: Change, seed: number): Promise<void> {
  const [target] = made.slice(seed % made.length)
  if (!target) throw new Error('No influencers are left.')
  if (change === 'insert') return insert(target)
  if (change === 'remove') {
    await run('delete from users where id = ?', target.id)
    made = made.filter(({ id }) => id !== target.id)
    return
  }
  const changed = { ...target, ...changesOf(change, seed) }
  made = made.map((one) => (one.id === changed.id ? changed : one))
  await run(
    'update users set status = ?, display_name = ?, search_display_name = ? where id = ?',
    changed.status,
    changed.name,
    searchText(changed.name),
    changed.id,
  )
  const { isFlagged, reach, followers, lowestPrice, rating, ratingCount, engagementRate, id } = changed
  await run(
    `update influencers set flagged_at = ?, reach = ?, followers = ?, lowest_price = ?, rating = ?,
      rating_count = ?, engagement_rate = ? where user_id = ?`,
    isFlagged ? 1 : null,
    reach,
    followers,
    lowestPrice,
    rating,
    ratingCount,
    engagementRate,
    id,
  )
}

function changesOf(change: Exclude<Change, 'insert' | 'remove'>, seed: number): Partial<TestInfluencer> {
  switch (change) {
    case 'suspend':
      return { status: 'suspended' }
    case 'flag':
      return { isFlagged: true }
    case 'grow':
      return {
        reach: seed,
        followers: seed,
        lowestPrice: seed,
        rating: 3,
        ratingCount: 1,
        engagementRate: 0.02,
      }
    case 'rename':
      return { name: `Trail ${seed}` }
  }
}

async function insert(like: TestInfluencer): Promise<void> {
  nextId += 1
  const one: TestInfluencer = {
    ...like,
    id: nextId,
    username: `later${nextId}`,
    status: 'active',
    isFlagged: false,
  }
  made.push(one)
  await database.db.client.batch(insertInfluencer(one), 'write')
}

async function run(sql: string, ...args: (string | number | null)[]): Promise<void> {
  await database.db.client.execute({ sql, args })
}

const searches = fc.record({
  query: fc.constantFrom('', '', 'trail', 'ma'),
  category: fc.constantFrom(null, null, 'food' as const),
  sort: fc.constantFrom(...influencerSorts),
})
const changesBetweenPages = fc.array(fc.tuple(changes, fc.nat(50_000)), { maxLength: 3 })

it('pages neither skip nor repeat influencers who stay the same while others change', async () => {
  await fc.assert(
    fc.asyncProperty(
      searches,
      fc.array(changesBetweenPages, { minLength: 8, maxLength: 8 }),
      async (values, events) => {
        const search: InfluencerSearch = { ...EVERYBODY, ...values }
        const before = new Map(made.map((one) => [one.id, one]))
        const pages = await readPages(search, events)

        const stayed = made.filter((one) => before.get(one.id) === one).map(({ id }) => id)
        const expected = bruteForce(made, search).filter((id) => stayed.includes(id))
        expect(pages.filter((id) => stayed.includes(id))).toEqual(expected)
      },
    ),
    { numRuns: 25 },
  )
})

it('a page is the same after the last row of the page before has gone', async () => {
  const search = { ...EVERYBODY, sort: 'followers' as const }
  const first = await searchInfluencers(database.db, search, null)
  const after = parseCursor(first.next ?? '')
  const second = await searchInfluencers(database.db, search, after)
  await run("update users set status = 'suspended' where id = ?", first.rows.at(-1)?.id ?? 0)
  expect(await searchInfluencers(database.db, search, after)).toEqual(second)
})

/** Reads all pages, with changes between them, and returns the ids. */
async function readPages(
  search: InfluencerSearch,
  events: readonly (readonly [Change, number])[][],
): Promise<number[]> {
  const seen: number[] = []
  let next: string | null = null
  for (let page = 0; page === 0 || next !== null; page += 1) {
    const found: Awaited<ReturnType<typeof searchInfluencers>> = await searchInfluencers(
      database.db,
      search,
      next === null ? null : parseCursor(next),
    )
    seen.push(...found.rows.map(({ id }) => id))
    next = found.next
    for (const [change, seed] of events[page] ?? []) await apply(change, seed)
  }
  return seen
}
