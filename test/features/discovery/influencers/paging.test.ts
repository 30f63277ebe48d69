import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseCursor } from '../../../../src/features/discovery/index/cursor.ts'
import {
  EVERYBODY,
  type InfluencerSearch,
  influencerSorts,
} from '../../../../src/features/discovery/influencers/filters.ts'
import { searchInfluencers } from '../../../../src/features/discovery/influencers/queries.ts'
import { searchText } from '../../../../src/platform/db/searched-text.ts'
import { startDatabase } from '../../../support/database.ts'
import {
  bruteForce,
  insertInfluencer,
  insertInfluencers,
  type Made,
  makeInfluencers,
} from '../influencer-fixture.ts'

let house: Awaited<ReturnType<typeof startDatabase>>
let made: Made[] = makeInfluencers(140)
let nextId = 1_000

beforeAll(async () => {
  house = await startDatabase()
  await insertInfluencers(house.db.client, made)
})
afterAll(() => house.close())

const changes = fc.constantFrom('insert', 'remove', 'suspend', 'flag', 'grow', 'rename')
type Change = typeof changes extends fc.Arbitrary<infer Kind> ? Kind : never

/** Each of them changes somebody else, or brings somebody. */
async function happen(change: Change, seed: number): Promise<void> {
  const [somebody] = made.slice(seed % made.length)
  if (!somebody) throw new Error('Nobody is left.')
  if (change === 'insert') return insert(somebody)
  if (change === 'remove') {
    await run('delete from users where id = ?', somebody.id)
    made = made.filter(({ id }) => id !== somebody.id)
    return
  }
  const changed = { ...somebody, ...changesOf(change, seed) }
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

function changesOf(change: Exclude<Change, 'insert' | 'remove'>, seed: number): Partial<Made> {
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

async function insert(like: Made): Promise<void> {
  nextId += 1
  const one: Made = { ...like, id: nextId, username: `later${nextId}`, status: 'active', isFlagged: false }
  made.push(one)
  await house.db.client.batch(insertInfluencer(one), 'write')
}

async function run(sql: string, ...args: (string | number | null)[]): Promise<void> {
  await house.db.client.execute({ sql, args })
}

const searches = fc.record({
  words: fc.constantFrom('', '', 'trail', 'ma'),
  category: fc.constantFrom(null, null, 'food' as const),
  sort: fc.constantFrom(...influencerSorts),
})
const meanwhile = fc.array(fc.tuple(changes, fc.nat(50_000)), { maxLength: 3 })

it('pages neither skip nor repeat whoever stays as they are, whatever happens to others', async () => {
  await fc.assert(
    fc.asyncProperty(
      searches,
      fc.array(meanwhile, { minLength: 8, maxLength: 8 }),
      async (values, events) => {
        const search: InfluencerSearch = { ...EVERYBODY, ...values }
        const before = new Map(made.map((one) => [one.id, one]))
        const pages = await walk(search, events)

        const stayed = made.filter((one) => before.get(one.id) === one).map(({ id }) => id)
        const expected = bruteForce(made, search).filter((id) => stayed.includes(id))
        expect(pages.filter((id) => stayed.includes(id))).toEqual(expected)
      },
    ),
    { numRuns: 25 },
  )
}, 120_000)

it('a page that is read again after its last row went is the same', async () => {
  const search = { ...EVERYBODY, sort: 'followers' as const }
  const first = await searchInfluencers(house.db, search, null)
  const after = parseCursor(first.next ?? '')
  const second = await searchInfluencers(house.db, search, after)
  await run("update users set status = 'suspended' where id = ?", first.rows.at(-1)?.id ?? 0)
  expect(await searchInfluencers(house.db, search, after)).toEqual(second)
})

/** Everybody that somebody sees who reads page after page while all of this happens between them. */
async function walk(
  search: InfluencerSearch,
  events: readonly (readonly [Change, number])[][],
): Promise<number[]> {
  const seen: number[] = []
  let next: string | null = null
  for (let page = 0; page === 0 || next !== null; page += 1) {
    const found: Awaited<ReturnType<typeof searchInfluencers>> = await searchInfluencers(
      house.db,
      search,
      next === null ? null : parseCursor(next),
    )
    seen.push(...found.rows.map(({ id }) => id))
    next = found.next
    for (const [change, seed] of events[page] ?? []) await happen(change, seed)
  }
  return seen
}
