import type { Client } from '@libsql/client/http'
import { describe, expect, test } from 'vitest'
import { MODERATORS } from '../../../local/crowd/moderators.ts'
import { loadCrowd } from '../../../local/crowd.ts'
import { loadDemo } from '../../../local/demo.ts'
import { categories } from '../../../src/shared/taxonomy.ts'
import { handlesInOtherForms, violations } from '../consistency.ts'
import { breaking, column, emptyDatabase, violated } from '../empty-database.ts'

const now = Date.parse('2026-11-22T12:00:00Z')

async function crowd(influencers: number, seed = 7): Promise<Client> {
  const { client } = await emptyDatabase()
  await loadCrowd(client, { influencers, seed, now })
  return client
}

describe.each([60, 2_000])('a crowd of %i influencers', async (influencers) => {
  const client = await crowd(influencers)

  test.each(Object.entries(violations))('%s', async (_, sql) => {
    expect(await breaking(client, sql, now)).toEqual([])
  })

  test('has only handles in the form in which they are stored', async () => {
    expect(await handlesInOtherForms(client)).toEqual([])
  })

  test('has valid usernames', async () => {
    const usernames = await column(client, 'select username from users')
    expect(usernames.filter((name) => !/^[a-z][a-z0-9._-]{2,29}$/.test(String(name)))).toEqual([])
  })

  test('has only niches that belong to their category', async () => {
    const { rows } = await client.execute(
      'select category, niche from influencers union select category, niche from campaigns',
    )
    const known = Object.entries(categories).flatMap(([category, { niches }]) =>
      Object.keys(niches).map((niche) => `${category} ${niche}`),
    )
    expect(
      rows.map(({ category, niche }) => `${category} ${niche}`).filter((one) => !known.includes(one)),
    ).toEqual([])
  })

  test('has about the expected number of rows of each kind', async () => {
    const counts = await column(
      client,
      `select count(*) from sponsors union all select count(*) from influencers
        union all select count(*) from campaigns union all select count(*) from ad_requests`,
    )
    expect(counts.slice(1, 3)).toEqual([influencers, influencers / 2])
    expect(Number(counts[0])).toBeGreaterThanOrEqual(influencers * 0.03)
    expect(Number(counts[3])).toBeGreaterThan(influencers * 3)
  })

  test('has requests and campaigns in every state', async () => {
    const states = await column(client, 'select distinct state from ad_requests order by 1')
    expect(states).toEqual(['accepted', 'expired', 'pending', 'rejected', 'withdrawn'])
    expect(await column(client, 'select distinct state from campaigns order by 1')).toEqual([
      'active',
      'completed',
      'draft',
      'paused',
    ])
  })
})

test('a few words are common, and many are rare', async () => {
  const bios = await column(await crowd(1_000), 'select lower(bio) from influencers')
  const counts = new Map<string, number>()
  for (const bio of bios) {
    for (const word of new Set(String(bio).match(/\p{L}{3,}/gu)))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const times = [...counts.values()]
  expect(times.filter((count) => count > 50).length).toBeGreaterThan(20)
  expect(times.filter((count) => count === 1).length).toBeGreaterThan(300)
})

describe('loading', () => {
  test('the same seed gives the same rows, and another seed gives others', async () => {
    const [one, same, other] = [
      await dump(await crowd(20)),
      await dump(await crowd(20)),
      await dump(await crowd(20, 8)),
    ]
    expect(same).toEqual(one)
    expect(other).not.toEqual(one)
  })

  test('works for any seed', async () => {
    for (const seed of [1, 2, 3, 2 ** 31 - 1]) expect(await violated(await crowd(20, seed), now)).toEqual([])
  })

  test('adds to the people of the demo', async () => {
    const { client, url } = await emptyDatabase()
    await loadDemo(url, { now })
    const before = Number((await column(client, 'select count(*) from users'))[0])
    await loadCrowd(client, { influencers: 50, seed: 7, now })
    expect(await column(client, 'select count(*) from users')).toEqual([before + 50 + 8 + MODERATORS])
    const broken = await violated(client, now)
    // Rules about order are broken, because the crowd's rows come after newer rows of the demo.
    expect(broken.filter(({ rule }) => !/order|ids follow time/.test(rule))).toEqual([])
  })
})

/** All rows except those of the search index, which has tests of its own. */
async function dump(client: Client): Promise<unknown> {
  const tables = await column(
    client,
    "select name from sqlite_master where type = 'table' and name not like '\\_\\_%' escape '\\' and name not like 'sqlite%' and name <> 'search_definition' and name not like '%\\_sort\\_keys' escape '\\' and name not like '%\\_by\\_%' escape '\\'",
  )
  const results = await client.batch(
    tables.map((table) => `select * from "${table}" order by 1`),
    'read',
  )
  return results.map(({ rows }) => rows.map((row) => ({ ...row, password_hash: undefined })))
}
