import { type Client, createClient } from '@libsql/client/http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type LibsqlServer, startLibsql } from '../../../local/libsql/server.ts'
import { parseSql } from '../../../local/libsql/sql/parse-sql.ts'

let server: LibsqlServer
let client: Client

beforeEach(async () => {
  server = await startLibsql({ file: ':memory:' })
  client = createClient({ url: server.url })
  await client.execute('CREATE TABLE t (x)')
})

afterEach(async () => {
  client.close()
  await server.close()
})

describe('refuses, like Turso,', () => {
  const refused = [
    'ANALYZE',
    'VACUUM',
    "VACUUM INTO 'copy.db'",
    'REINDEX',
    "ATTACH 'other.db' AS other",
    'DETACH other',
    'CREATE TEMP TABLE own (x)',
    'CREATE TEMPORARY VIEW own AS SELECT 1',
    'CREATE TABLE IF NOT EXISTS temp.own (x)',
    'PRAGMA journal_mode = DELETE',
    'PRAGMA cache_size(10)',
    'PRAGMA optimize',
    'PRAGMA wal_checkpoint',
    'PRAGMA case_sensitive_like = ON',
    'EXPLAIN PRAGMA optimize',
  ]

  test.each(refused)('%s', async (sql) => {
    const refusal = {
      code: 'SQL_PARSE_ERROR',
      message: expect.stringContaining(`unsupported statement: ${sql}`),
    }
    await expect(client.execute(sql)).rejects.toMatchObject(refusal)
    await expect(client.executeMultiple(`SELECT 1; ${sql}`)).rejects.toMatchObject(refusal)
  })

  test.each([
    'PRAGMA foreign_keys = ON',
    'PRAGMA main.user_version',
    'PRAGMA user_version = 3',
    'PRAGMA table_info(t)',
    'PRAGMA journal_mode',
    'CREATE TABLE IF NOT EXISTS temp (x)',
    'CREATE TABLE IF NOT EXISTS template (x)',
    'EXPLAIN QUERY PLAN SELECT * FROM t',
    "SELECT 'VACUUM'",
    'VALUES (1)',
  ])('but not %s', async (sql) => {
    expect(parseSql(sql).every(({ isSupported }) => isSupported)).toBe(true)
    await client.execute(sql)
  })
})

describe('a transaction that holds the write lock for five seconds', () => {
  test('is rolled back if another one is waiting', async () => {
    const slow = await client.transaction('write')
    await slow.execute('INSERT INTO t VALUES (1)')
    const stillOpen = setInterval(() => void slow.execute('SELECT 1').catch(() => {}), 1_000)
    try {
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      await client.execute('INSERT INTO t VALUES (2)')
    } finally {
      clearInterval(stillOpen)
    }
    expect((await client.execute('SELECT x FROM t')).rows).toMatchObject([{ x: 2 }])
    slow.close()
  })

  test('gets an error once, in its next request', async () => {
    const slow = await client.transaction('write')
    await slow.execute('INSERT INTO t VALUES (1)')
    await client.execute('INSERT INTO t VALUES (2)')
    await expect(slow.execute('INSERT INTO t VALUES (3)')).rejects.toMatchObject({
      code: 'TRANSACTION_TIMEOUT',
    })
    slow.close()
    expect((await client.execute('SELECT x FROM t')).rows).toMatchObject([{ x: 2 }])
  })
})
