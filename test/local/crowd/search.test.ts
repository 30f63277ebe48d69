import { type Client, createClient } from '@libsql/client/http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadCrowd } from '../../../local/crowd.ts'
import { type LibsqlServer, startLibsql } from '../../../local/libsql/server.ts'
import { migrate } from '../../../local/migrate.ts'
import { isSetAside, setAside } from '../../../local/reindex/set-aside.ts'
import { mendSearch, rebuildSearch } from '../../../local/reindex.ts'
import { violations } from '../consistency.ts'

const now = Date.parse('2026-11-22T12:00:00Z')
let server: LibsqlServer
let client: Client
let complete: unknown

beforeAll(async () => {
  server = await startLibsql({ file: ':memory:', port: 0 })
  client = createClient({ url: server.url })
  await migrate(client)
  complete = await triggersAndIndexes()
})

afterAll(() => server.close())

describe('loading that fails half-way', () => {
  test('leaves its indexes and triggers, and search in step with what was written', async () => {
    await client.execute(`create trigger refuses before insert on ad_requests when new.id = 5000
      begin select raise(abort, 'no more of them'); end`)
    await expect(loadCrowd(client, { influencers: 2_000, seed: 7, now })).rejects.toThrow('no more of them')
    await client.execute('drop trigger refuses')

    expect(await triggersAndIndexes()).toEqual(complete)
    expect(await count('select count(*) from influencers')).toBe(2_000)
    expect(await count('select count(*) from influencer_ranks')).toBeGreaterThan(1_900)
    expect(await outOfStep()).toEqual([])
  })
})

describe('search, rebuilt', () => {
  test.each([20_000, 700])(
    'is in step again after what was done by hand, %i documents at a time',
    async (piece) => {
      await setAside(client, 'search triggers')
      await client.batch(
        [
          "update influencers set bio = 'Quokkas, mostly.', followers = followers * 2 where user_id % 50 = 0",
          'delete from influencer_ranks where influencer_id % 7 = 0',
          "insert into influencers_by_reach (rowid, names) values (5, 'Nobody')",
          "update campaigns set visibility = 'private' where id % 3 = 0",
        ],
        'write',
      )
      expect(await outOfStep()).not.toEqual([])

      await rebuildSearch(client, { piece })
      expect(await outOfStep()).toEqual([])
      const changed = await count('select count(*) from influencer_ranks where influencer_id % 50 = 0')
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

  test('keeps in step with what is written afterwards', async () => {
    await client.batch(
      [
        "update influencers set bio = 'Pangolins, only.' where user_id = 300",
        "update users set status = 'suspended' where id = 301",
        'delete from influencer_ranks where influencer_id = 302',
      ],
      'write',
    )
    expect(
      await count("select count(*) from influencers_by_newest where influencers_by_newest match 'pangolins'"),
    ).toBe(1)
    expect(await count('select count(*) from influencer_ranks where influencer_id = 301')).toBe(0)
  })

  test('is mended where a loading was interrupted, and left alone where none was', async () => {
    await setAside(client, 'search triggers')
    await setAside(client, { indexesOf: ['channels', 'users'] })
    await client.execute('delete from campaign_ranks')
    expect(await isSetAside(client)).toBe(true)

    await mendSearch(client)
    expect(await isSetAside(client)).toBe(false)
    expect(await triggersAndIndexes()).toEqual(complete)
    expect(await outOfStep()).toEqual([])

    const before = server.pipelines
    await mendSearch(client)
    expect(server.pipelines - before).toBe(1)
  })

  test('of an empty database is empty', async () => {
    const other = await startLibsql({ file: ':memory:', port: 0 })
    const empty = createClient({ url: other.url })
    await migrate(empty)
    await rebuildSearch(empty)
    const { rows } = await empty.execute('select count(*) from influencers_by_reach')
    expect(rows[0]?.[0]).toBe(0)
    await other.close()
  })
})

async function triggersAndIndexes(): Promise<unknown> {
  const { rows } = await client.execute(
    "select name, sql from sqlite_master where type in ('trigger', 'index') and sql is not null order by name",
  )
  return rows.map((row) => ({ ...row }))
}

/** Which of the rules about places and indexes are broken. */
async function outOfStep(): Promise<string[]> {
  const rules = Object.entries(violations).filter(([rule]) => /place/.test(rule))
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
