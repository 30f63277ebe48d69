import type { Client } from '@libsql/client/http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadCrowd } from '../../../local/crowd.ts'
import { updateSearchIndex } from '../../../local/search-index.ts'
import { EVERYBODY } from '../../../src/features/discovery/influencers/filters.ts'
import { searchInfluencers } from '../../../src/features/discovery/influencers/queries.ts'
import { startDatabase, type TestDatabase } from '../../support/database.ts'

const now = Date.parse('2026-11-22T12:00:00Z')
let database: TestDatabase
let client: Client

beforeAll(async () => {
  database = await startDatabase()
  client = database.db.client
  await loadCrowd(client, { influencers: 1_000, seed: 7, now })
})
afterAll(() => database.close())

test('searches and changes work during a rebuild, and the new index has the changes', async () => {
  const before = await find('')
  const { rows } = await client.execute('select id from influencer_sort_keys')
  let isRunning = true
  const rebuild = updateSearchIndex(client, { force: true, piece: 100 }).finally(() => {
    isRunning = false
  })
  const changed: string[] = []
  while (isRunning) {
    expect(await find('')).toEqual(before)
    const word = `quokka${1_000 + changed.length}`
    await rename(Number(rows[changed.length]?.id), word)
    changed.push(word)
    expect(await find(word)).toHaveLength(1)
  }
  await rebuild

  expect(changed.length).toBeGreaterThan(2)
  for (const word of changed) expect(await find(word), word).toHaveLength(1)
  expect(await find('')).toEqual(before)
  expect(await leftovers()).toEqual([])
})

test('an interrupted rebuild leaves search as it was, and starts over safely', async () => {
  const before = await find('')
  const definition = await storedHash()
  await client.execute("update search_definition set hash = 'of an older definition'")
  let steps = 0
  const interrupt = () => {
    steps += 1
    if (steps === 6) throw new Error('Interrupted')
  }
  await expect(updateSearchIndex(client, { piece: 100, progress: interrupt })).rejects.toThrow('Interrupted')
  expect(await leftovers()).not.toEqual([])
  expect(await find('')).toEqual(before)
  await rename(before[0] ?? 0, 'pangolin')
  expect(await find('pangolin')).toHaveLength(1)

  expect(await updateSearchIndex(client, { piece: 100 })).toBe(true)
  expect(await leftovers()).toEqual([])
  expect(await storedHash()).toBe(definition)
  expect(await find('')).toEqual(before)
  expect(await find('pangolin')).toHaveLength(1)
})

/** The ids on the first page of a search. */
async function find(query: string): Promise<number[]> {
  const { rows } = await searchInfluencers(database.db, { ...EVERYBODY, query }, null)
  return rows.map(({ id }) => id)
}

async function rename(id: number, name: string): Promise<void> {
  await client.execute({
    sql: 'update users set display_name = ?, search_display_name = null where id = ?',
    args: [name, id],
  })
}

/** What a rebuild has made and not put into use. */
async function leftovers(): Promise<unknown[]> {
  const { rows } = await client.execute(`select name from sqlite_master
    where name glob 'new_*' or name glob 'log_*' or name in ('search_changes', 'search_stage')`)
  return rows.map(({ name }) => name)
}

async function storedHash(): Promise<unknown> {
  const { rows } = await client.execute('select hash from search_definition')
  return rows[0]?.hash
}
