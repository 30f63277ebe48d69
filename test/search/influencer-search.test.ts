import { type Client, createClient } from '@libsql/client/http'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LibsqlServer, startLibsql } from '../../local/libsql.ts'
import { migrate } from '../../local/migrate.ts'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { type InfluencerFilters, influencerFilters } from '../../src/search/influencer-filters.ts'
import { type After, searchInfluencers, selectInfluencers } from '../../src/search/influencer-store.ts'
import { planOf, slowSteps } from './plan.ts'

const EVERYBODY: InfluencerFilters = { words: '', category: null, platform: null }
const NAMES = [
  'Mara Lindqvist',
  'mario Rossi',
  'Marlene',
  'Ömer Aydın',
  'Zoë',
  '100 % Anna',
  "O'Hara",
  'Ma_x',
]
const CATEGORIES = ['outdoors', 'food', 'travel'] as const
const PLATFORMS = ['instagram', 'youtube'] as const
const SIZE = 130

interface Seeded {
  readonly id: number
  readonly username: string
  readonly name: string
  readonly category: string
  readonly platform: string
  readonly reach: number
  readonly isShown: boolean
}

// Many share a reach, so that a page often ends among equals.
const people: Seeded[] = Array.from({ length: SIZE }, (_, index) => ({
  id: index + 1,
  username: index % 5 === 0 ? `mar${index}` : `user${index}`,
  name: `${NAMES[index % NAMES.length]} ${index % 3}`,
  category: CATEGORIES[index % 3] ?? 'food',
  platform: PLATFORMS[index % 2] ?? 'youtube',
  reach: (index % 7) * 1_000,
  isShown: index % 11 !== 3 && index % 13 !== 5,
}))

describe('the search for influencers', () => {
  let libsql: LibsqlServer
  let client: Client
  let db: Database

  beforeAll(async () => {
    libsql = await startLibsql({ file: ':memory:' })
    client = createClient({ url: libsql.url })
    await migrate(client)
    await client.batch(people.flatMap(insert), 'write')
    db = openDatabase({ TURSO_DATABASE_URL: libsql.url })
  })
  afterAll(() => libsql.close())

  async function allPages(filters: InfluencerFilters): Promise<number[]> {
    const ids: number[] = []
    let after: After = null
    do {
      const page: Awaited<ReturnType<typeof searchInfluencers>> = await searchInfluencers(db, filters, after)
      ids.push(...page.rows.map(({ id }) => id))
      after = page.next?.split('_').map(Number) ?? null
    } while (after)
    return ids
  }

  it('shows everybody that may be seen, the largest reach first', async () => {
    const expected = people
      .filter(({ isShown }) => isShown)
      .sort((one, other) => other.reach - one.reach || other.id - one.id)
    expect(await allPages(EVERYBODY)).toEqual(expected.map(({ id }) => id))
  })

  it('pages without skipping or repeating anybody, whatever is asked for', async () => {
    const filters = fc.record({
      words: fc.constantFrom('', 'm', 'MAR', 'mar1', '@mar', 'ma_', '%', "o'", 'Ö', 'zoë', '100 %', 'nobody'),
      category: fc.constantFrom(null, ...CATEGORIES),
      platform: fc.constantFrom(null, ...PLATFORMS),
    })
    await fc.assert(
      fc.asyncProperty(filters, async (asked) => {
        const found = await allPages(asked)
        expect(new Set(found).size).toBe(found.length)
        expect([...found].sort((one, other) => one - other)).toEqual(fitting(asked))
      }),
      { numRuns: 60 },
    )
  })

  it('goes on in the right place when the one that a page ended with changed its reach', async () => {
    const first = await searchInfluencers(db, EVERYBODY, null)
    const last = first.rows.at(-1)
    await client.execute({ sql: 'update influencers set reach = 0 where user_id = ?', args: [last?.id ?? 0] })
    const after = first.next?.split('_').map(Number) ?? null
    const second = await searchInfluencers(db, EVERYBODY, after)
    await client.execute({
      sql: 'update influencers set reach = ? where user_id = ?',
      args: [last?.reach ?? 0, last?.id ?? 0],
    })
    expect(second.rows[0]?.reach).toBeLessThanOrEqual(last?.reach ?? 0)
    expect(second.rows.map(({ id }) => id)).not.toContain(first.rows[0]?.id)
  })

  it.each([
    EVERYBODY,
    { ...EVERYBODY, category: 'food' as const },
    { ...EVERYBODY, platform: 'x' as const },
    { words: '', category: 'food' as const, platform: 'x' as const },
    { ...EVERYBODY, words: 'mar' },
    { words: 'mar', category: 'food' as const, platform: 'x' as const },
  ])('walks an index and never sorts: %j', async (filters) => {
    const later: After = filters.words ? [5] : [1_000, 5]
    for (const after of [null, later]) {
      const plan = await planOf(client, selectInfluencers(db, filters, after))
      expect(slowSteps(plan)).toEqual([])
      expect(plan.join()).toContain(filters.words ? 'users_by_name (<expr>>? AND <expr><?)' : 'reach (')
    }
  })

  it('reads nonsense in an address as no filter', () => {
    expect(influencerFilters.parse({ words: '  a \n b ', category: 'nope', platform: 7 })).toEqual({
      words: 'a b',
      category: null,
      platform: null,
    })
    expect(influencerFilters.parse({ category: null, platform: null })).toEqual(EVERYBODY)
  })
})

function insert(person: Seeded) {
  const { id, username, name, category, platform, reach, isShown } = person
  const isSuspended = !isShown && id % 2 === 0
  return [
    {
      sql: `insert into users (id, username, email, display_name, password_hash, role, status, created_at)
        values (?, ?, ?, ?, '', 'influencer', ?, 0)`,
      args: [id, username, `${username}@example.com`, name, isSuspended ? 'suspended' : 'active'],
    },
    {
      sql: `insert into influencers (user_id, category, niche, country, languages, reach, flagged_at)
        values (?, ?, '', 'SE', '[]', ?, ?)`,
      args: [id, category, reach, isShown || isSuspended ? null : 1],
    },
    {
      sql: `insert into channels (influencer_id, platform, handle, url, followers, average_views, average_likes,
        average_comments, posts_last_30_days, figures_date) values (?, ?, 'me', '', 0, 0, 0, 0, 0, '2026-11-01')`,
      args: [id, platform],
    },
  ]
}

function fitting({ words, category, platform }: InfluencerFilters): number[] {
  const prefix = lower(words.replace(/^@/, ''))
  return people
    .filter(({ isShown }) => isShown)
    .filter((person) => category === null || person.category === category)
    .filter((person) => platform === null || person.platform === platform)
    .filter(({ username, name }) => username.startsWith(prefix) || lower(name).startsWith(prefix))
    .map(({ id }) => id)
}

function lower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}
