import type { Client } from '@libsql/client/http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadCrowd } from '../../../local/crowd.ts'
import { migrate } from '../../../local/migrate.ts'
import { dropIndexes } from '../../../local/search-index/table-indexes.ts'
import { suspendSearchIndex, updateSearchIndex } from '../../../local/search-index.ts'
import { startDatabase, type TestDatabase } from '../../support/database.ts'
import { violations } from '../consistency.ts'

const now = Date.parse('2026-11-22T12:00:00Z')
let database: TestDatabase
let client: Client
let complete: unknown

beforeAll(async () => {
  database = await startDatabase()
  client = database.db.client
  complete = await triggersAndIndexes()
})

afterAll(() => database.close())

describe('a load that fails half-way', () => {
  test('restores indexes and triggers, and search finds the rows that were written', async () => {
    await client.execute(`create trigger refuses before insert on ad_requests when new.id = 5000
      begin select raise(abort, 'no more of them'); end`)
    await expect(loadCrowd(client, { influencers: 2_000, seed: 7, now })).rejects.toThrow('no more of them')
    await client.execute('drop trigger refuses')

    expect(await triggersAndIndexes()).toEqual(complete)
    expect(await count('select count(*) from influencers')).toBe(2_000)
    expect(await count('select count(*) from influencer_sort_keys')).toBeGreaterThan(1_900)
    expect(await brokenRules()).toEqual([])
  })
})

describe('rebuilding the search index', () => {
  test.each([20_000, 700])(
    'repairs it after changes without triggers, %i documents at a time',
    async (piece) => {
      await suspendSearchIndex(client)
      await client.batch(
        [
          "update influencers set bio = 'Quokkas, mostly.', search_bio = null, followers = followers * 2 where user_id % 50 = 0",
          'delete from influencer_sort_keys where id % 7 = 0',
          "insert into influencers_by_reach (rowid, words) values (5, 'Nobody')",
          "update campaigns set visibility = 'private' where id % 3 = 0",
        ],
        'write',
      )
      expect(await brokenRules()).not.toEqual([])

      await updateSearchIndex(client, { piece })
      expect(await brokenRules()).toEqual([])
      const changed = await count('select count(*) from influencer_sort_keys where id % 50 = 0')
      for (const order of ['by_reach', 'by_followers', 'by_price']) {
        expect(
          await count(`select count(*) from influencers_${order} where influencers_${order} match 'quokkas'`),
        ).toBe(changed)
      }
      expect(
        await count("select count(*) from influencers_by_reach where influencers_by_reach match 'nobody'"),
      ).toBe(0)
    },
  )

  test('restores the triggers for later changes', async () => {
    await client.batch(
      [
        "update influencers set bio = 'Pangolins, only.', search_bio = null where user_id = 300",
        "update users set status = 'suspended' where id = 301",
        'delete from influencer_sort_keys where id = 302',
      ],
      'write',
    )
    expect(
      await count("select count(*) from influencers_by_newest where influencers_by_newest match 'pangolins'"),
    ).toBe(1)
    expect(await count('select count(*) from influencer_sort_keys where id = 301')).toBe(0)
  })

  test('happens in the next migrate after an interrupted load, and not otherwise', async () => {
    await suspendSearchIndex(client)
    await dropIndexes(client, ['channels', 'users'])
    await client.execute('delete from campaign_sort_keys')

    await migrate(client)
    expect(await triggersAndIndexes()).toEqual(complete)
    expect(await brokenRules()).toEqual([])

    expect(await updateSearchIndex(client)).toBe(false)
  })

  test('works for an empty database', async () => {
    const empty = await startDatabase()
    await updateSearchIndex(empty.db.client, { force: true })
    const { rows } = await empty.db.client.execute('select count(*) from influencers_by_reach')
    expect(rows[0]?.[0]).toBe(0)
    await empty.close()
  })
})

async function triggersAndIndexes(): Promise<unknown> {
  const { rows } = await client.execute(
    "select name, sql from sqlite_master where type in ('trigger', 'index') and sql is not null order by name",
  )
  return rows.map((row) => ({ ...row }))
}

/** The rules about sort keys and indexes that are broken. */
async function brokenRules(): Promise<string[]> {
  const rules = Object.entries(violations).filter(([rule]) => /sort key/.test(rule))
  const results = await client.batch(
    rules.map(([, sql]) => `${sql} limit 1`),
    'read',
  )
  return rules.flatMap(([rule], index) => (results[index]?.rows.length === 0 ? [] : [rule]))
}

async function count(sql: string): Promise<unknown> {
  const { rows } = await client.execute(sql)
  return rows[0]?.[0]
}
