import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LibsqlServer, startLibsql } from '../../../local/libsql/server.ts'
import { close, execute, FAILING_SQL, pipeline, post } from './raw.ts'

let server: LibsqlServer

beforeEach(async () => {
  server = await startLibsql({ file: ':memory:' })
})

afterEach(() => server.close())

test('a baton continues its stream once, and every response has a new one', async () => {
  const first = await pipeline(server.url, [
    execute('BEGIN'),
    execute('CREATE TABLE own (x)'),
    execute('INSERT INTO own VALUES (5)'),
  ])
  const second = await pipeline(server.url, [execute('SELECT x FROM own')], first.baton)
  expect(second.results[0].response.result.rows).toEqual([[{ type: 'integer', value: '5' }]])
  expect(second.baton).not.toBe(first.baton)

  expect((await post(server.url, { baton: first.baton, requests: [close] })).status).toBe(400)
  const last = await pipeline(server.url, [close], second.baton)
  expect(last.baton).toBeNull()
  expect((await post(server.url, { baton: second.baton, requests: [] })).status).toBe(400)
})

test('an unknown baton is refused', async () => {
  const response = await post(server.url, { baton: 'made up', requests: [execute('SELECT 1')] })
  expect(response.status).toBe(400)
  expect(await response.text()).toContain('baton')
})

test('an idle stream expires, and its open transaction is rolled back', async () => {
  const hasty = await startLibsql({ file: ':memory:', batonLifetime: 100 })
  await pipeline(hasty.url, [execute('CREATE TABLE t (x)'), close])
  const left = [execute('BEGIN IMMEDIATE'), execute('INSERT INTO t VALUES (1)')]
  const { baton } = await pipeline(hasty.url, left)

  // Waits for the lock, which is released only by the expiry.
  const waiting = await pipeline(hasty.url, [execute('INSERT INTO t VALUES (2)'), close])
  expect(waiting.results[0].type).toBe('ok')
  expect((await post(hasty.url, { baton, requests: [execute('COMMIT')] })).status).toBe(400)
  const { results } = await pipeline(hasty.url, [execute('SELECT x FROM t'), close])
  expect(results[0].response.result.rows).toEqual([[{ type: 'integer', value: '2' }]])
  await hasty.close()
})

test('the settings of a stream end with it', async () => {
  await pipeline(server.url, [
    {
      type: 'sequence',
      sql: 'CREATE TABLE one (id INTEGER PRIMARY KEY); CREATE TABLE two (x REFERENCES one)',
    },
    execute('PRAGMA foreign_keys = OFF'),
    execute('BEGIN'),
    execute('CREATE TABLE own (x)'),
    close,
  ])
  const after = [execute('INSERT INTO two VALUES (5)'), execute('SELECT * FROM own'), close]
  const { results } = await pipeline(server.url, after)
  expect(results[0]).toMatchObject({ type: 'error', error: { code: 'SQLITE_CONSTRAINT' } })
  expect(results[1]).toMatchObject({ type: 'error', error: { code: 'SQLITE_UNKNOWN' } })
})

test('a stream may write after it has only read', async () => {
  const statements = ['CREATE TABLE t (x)', 'BEGIN READONLY', 'DELETE FROM t', 'COMMIT', 'DELETE FROM t']
  const { results } = await pipeline(server.url, [...statements.map(execute), close])
  const types = results.map((result: { type: string }) => result.type)
  expect(types).toEqual(['ok', 'ok', 'error', 'ok', 'ok', 'ok'])
})

test('a closed stream takes no more requests', async () => {
  expect((await post(server.url, { requests: [close, execute('SELECT 1')] })).status).toBe(400)
})

test('get_autocommit shows whether a transaction is open', async () => {
  const asked = { type: 'get_autocommit' }
  const { results } = await pipeline(server.url, [
    asked,
    execute('BEGIN'),
    asked,
    execute('ROLLBACK'),
    asked,
    close,
  ])
  const answers = [0, 2, 4].map((index) => results[index].response.is_autocommit)
  expect(answers).toEqual([true, false, true])
})

test('stored SQL can be used until it is closed', async () => {
  const stored = { type: 'execute', stmt: { sql_id: 7 } }
  const { baton, results } = await pipeline(server.url, [
    { type: 'store_sql', sql_id: 7, sql: 'SELECT 1 AS one' },
    stored,
    stored,
  ])
  expect(results[2].response.result.cols).toEqual([{ name: 'one', decltype: null }])

  const next = await pipeline(server.url, [stored, { type: 'close_sql', sql_id: 7 }], baton)
  expect(next.results.map((result: { type: string }) => result.type)).toEqual(['ok', 'ok'])
  expect((await post(server.url, { baton: next.baton, requests: [stored] })).status).toBe(400)
})

test('the next request runs after a failed one', async () => {
  const { results } = await pipeline(server.url, [execute(FAILING_SQL), execute('SELECT 1'), close])
  expect(results[0]).toEqual({
    type: 'error',
    error: { message: 'SQLite error: no such table: nowhere', code: 'SQLITE_UNKNOWN' },
  })
  expect(results[1].type).toBe('ok')
})

test('describe returns parameters and columns, and runs nothing', async () => {
  await pipeline(server.url, [execute('CREATE TABLE t (id INTEGER PRIMARY KEY, word TEXT)'), close])
  const describing = (sql: string) => ({ type: 'describe', sql })
  const select = "SELECT id, word AS w, ':no' FROM t WHERE id = :id AND word <> ? AND id < :id"
  const { results } = await pipeline(server.url, [
    describing(select),
    describing('DELETE FROM t'),
    describing(FAILING_SQL),
    close,
  ])

  expect(results[0].response.result).toEqual({
    params: [{ name: ':id' }, { name: null }],
    cols: [
      { name: 'id', decltype: 'INTEGER' },
      { name: 'w', decltype: 'TEXT' },
      { name: "':no'", decltype: null },
    ],
    is_explain: false,
    is_readonly: true,
  })
  expect(results[1].response.result).toMatchObject({ params: [], cols: [], is_readonly: false })
  expect(results[2]).toMatchObject({ type: 'error', error: { code: 'SQLITE_UNKNOWN' } })
})

test('rows are left out on request', async () => {
  const { results } = await pipeline(server.url, [
    { type: 'execute', stmt: { sql: 'SELECT 1', want_rows: false } },
    close,
  ])
  expect(results[0].response.result).toMatchObject({ rows: [], cols: [{ name: '1' }] })
})
