import { type Client, createClient, LibsqlBatchError } from '@libsql/client/http'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LibsqlServer, startLibsql } from '../../../local/libsql/server.ts'

let server: LibsqlServer
let client: Client

beforeEach(async () => {
  server = await startLibsql({ file: ':memory:' })
  client = createClient({ url: server.url })
  await client.executeMultiple(`
    CREATE TABLE sponsors (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, budget INTEGER CHECK (budget >= 0));
    CREATE TABLE campaigns (id INTEGER PRIMARY KEY, sponsor INTEGER NOT NULL REFERENCES sponsors (id));
    INSERT INTO sponsors VALUES (1, 'Acme', 100);
  `)
})

afterEach(async () => {
  client.close()
  await server.close()
})

async function names(): Promise<unknown[]> {
  const { rows } = await client.execute('SELECT name FROM sponsors ORDER BY id')
  return rows.map((row) => row.name)
}

test('reports rows affected and the last row id, only for writes', async () => {
  const inserted = await client.execute("INSERT INTO sponsors (name) VALUES ('Bolt'), ('Cog')")
  expect(inserted).toMatchObject({ rowsAffected: 2, lastInsertRowid: 3n })
  const updated = await client.execute('UPDATE sponsors SET budget = 5 WHERE id > 1')
  expect(updated).toMatchObject({ rowsAffected: 2, lastInsertRowid: undefined })
  const read = await client.execute('SELECT * FROM sponsors')
  expect(read).toMatchObject({ rowsAffected: 0, lastInsertRowid: undefined })
})

test('RETURNING returns rows and counts, and an insert after WITH is recognized', async () => {
  const returned = await client.execute("INSERT INTO sponsors (name) VALUES ('Bolt') RETURNING id, name")
  expect(returned).toMatchObject({ rowsAffected: 1, lastInsertRowid: 2n, rows: [{ id: 2, name: 'Bolt' }] })
  const selected = await client.execute(
    "WITH new (name) AS (SELECT 'Cog') INSERT INTO sponsors (name) SELECT name FROM new",
  )
  expect(selected).toMatchObject({ rowsAffected: 1, lastInsertRowid: 3n })
})

test('a row id beyond double precision stays exact', async () => {
  const { lastInsertRowid } = await client.execute(
    "INSERT INTO sponsors (id, name) VALUES (9007199254740993, 'Far')",
  )
  expect(lastInsertRowid).toBe(9007199254740993n)
})

test.each([
  [
    "INSERT INTO sponsors (name) VALUES ('Acme')",
    'SQLITE_CONSTRAINT',
    'UNIQUE constraint failed: sponsors.name',
  ],
  [
    "INSERT INTO sponsors (name) VALUES ('Acme') RETURNING id",
    'SQLITE_CONSTRAINT',
    'UNIQUE constraint failed',
  ],
  ['UPDATE sponsors SET budget = -1', 'SQLITE_CONSTRAINT', 'CHECK constraint failed'],
  ['INSERT INTO sponsors (id) VALUES (9)', 'SQLITE_CONSTRAINT', 'NOT NULL constraint failed'],
  ['INSERT INTO campaigns (sponsor) VALUES (77)', 'SQLITE_CONSTRAINT', 'FOREIGN KEY constraint failed'],
  ['SELEC 1', 'SQL_PARSE_ERROR', 'near "SELEC": syntax error'],
  ['SELECT * FROM nowhere', 'SQLITE_UNKNOWN', 'no such table: nowhere'],
  ['SELECT missing FROM sponsors', 'SQL_INPUT_ERROR', 'no such column: missing (at offset 7)'],
  ['SELECT 1; SELECT 2', 'SQL_MANY_STATEMENTS', 'more than one statement'],
  ['-- nothing', 'SQL_NO_STATEMENT', 'does not contain any statement'],
])('%s fails with %s', async (sql, code, message) => {
  await expect(client.execute(sql)).rejects.toMatchObject({ code, message: expect.stringContaining(message) })
  expect(await names()).toEqual(['Acme'])
})

test.each(['write', 'deferred'] as const)(
  'a failing %s batch leaves nothing and names its statement',
  async (mode) => {
    const batch = client.batch(
      [
        "INSERT INTO sponsors (name) VALUES ('Bolt')",
        "INSERT INTO sponsors (name) VALUES ('Cog')",
        "INSERT INTO sponsors (name) VALUES ('Bolt')",
        "INSERT INTO sponsors (name) VALUES ('Dorn')",
      ],
      mode,
    )
    const error = await batch.catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(LibsqlBatchError)
    expect(error).toMatchObject({ statementIndex: 2, code: 'SQLITE_CONSTRAINT' })
    expect(await names()).toEqual(['Acme'])
  },
)

test('the statement index is right for the first statement and for a syntax error', async () => {
  const first = client.batch(["INSERT INTO sponsors (name) VALUES ('Acme')", 'SELECT 1'], 'write')
  await expect(first).rejects.toMatchObject({ statementIndex: 0, code: 'SQLITE_CONSTRAINT' })
  const second = client.batch(["INSERT INTO sponsors (name) VALUES ('Bolt')", 'SELEC 1'], 'write')
  await expect(second).rejects.toMatchObject({ statementIndex: 1, code: 'SQL_PARSE_ERROR' })
  expect(await names()).toEqual(['Acme'])
})

test('a read batch can read but not write', async () => {
  const [sponsors, sum] = await client.batch(['SELECT id FROM sponsors', 'SELECT 1 + 1 AS sum'], 'read')
  expect(sponsors?.rows).toMatchObject([{ id: 1 }])
  expect(sum?.rows).toMatchObject([{ sum: 2 }])

  const writing = client.batch(['SELECT 1', "INSERT INTO sponsors (name) VALUES ('Bolt')"], 'read')
  await expect(writing).rejects.toMatchObject({ statementIndex: 1, code: 'SQLITE_READONLY' })
  await client.execute("INSERT INTO sponsors (name) VALUES ('Cog')")
  expect(await names()).toEqual(['Acme', 'Cog'])
})

test('a batch can repeat a statement', async () => {
  const insert = (name: string) => ({ sql: 'INSERT INTO sponsors (name) VALUES (?)', args: [name] })
  await client.batch(['Bolt', 'Cog', 'Dorn'].map(insert), 'write')
  expect(await names()).toEqual(['Acme', 'Bolt', 'Cog', 'Dorn'])
})

test('a guarded insert sees what the update before it changed', async () => {
  const spend = (amount: number) =>
    client.batch(
      [
        { sql: 'UPDATE sponsors SET budget = budget - ?1 WHERE id = 1 AND budget >= ?1', args: [amount] },
        'INSERT INTO campaigns (sponsor) SELECT 1 WHERE changes() = 1',
      ],
      'write',
    )
  expect((await spend(80)).map((result) => result.rowsAffected)).toEqual([1, 1])
  expect((await spend(80)).map((result) => result.rowsAffected)).toEqual([0, 0])
})

test('executeMultiple runs scripts with triggers, and stops at the first failure', async () => {
  await client.executeMultiple(`
    CREATE TABLE log (line TEXT); -- a comment; with a semicolon
    CREATE TRIGGER logged AFTER INSERT ON sponsors BEGIN
      INSERT INTO log VALUES ('a;b' || CASE WHEN new.id > 1 THEN 'c' ELSE 'd' END);
      INSERT INTO log VALUES ('second');
    END;
    INSERT INTO sponsors (name) VALUES ('Bolt');
  `)
  const { rows } = await client.execute('SELECT line FROM log')
  expect(rows.map((row) => row.line)).toEqual(['a;bc', 'second'])

  const script = "INSERT INTO sponsors (name) VALUES ('Cog'); SELECT * FROM nowhere; DELETE FROM sponsors"
  await expect(client.executeMultiple(script)).rejects.toMatchObject({ code: 'SQLITE_UNKNOWN' })
  expect(await names()).toEqual(['Acme', 'Bolt', 'Cog'])
})

test('migrate turns foreign keys off, and on again afterwards', async () => {
  await client.migrate([
    'CREATE TABLE sponsors_new (id INTEGER PRIMARY KEY, name TEXT, budget INTEGER)',
    'INSERT INTO campaigns (sponsor) VALUES (77)',
    'INSERT INTO sponsors_new SELECT id, upper(name), budget FROM sponsors',
    'DROP TABLE sponsors',
    'ALTER TABLE sponsors_new RENAME TO sponsors',
  ])
  expect(await names()).toEqual(['ACME'])
  const orphan = client.execute('INSERT INTO campaigns (sponsor) VALUES (78)')
  await expect(orphan).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT' })

  await expect(client.migrate(['DROP TABLE campaigns', 'SELEC 1'])).rejects.toMatchObject({
    statementIndex: 1,
  })
  expect((await client.execute('SELECT * FROM campaigns')).rows).toHaveLength(1)
})

test('every connection returns the new columns after a schema change', async () => {
  const everything = () => client.execute('SELECT * FROM sponsors')
  const idle = await Promise.all(Array.from({ length: 5 }, everything))
  expect(idle.map((result) => result.columns.length)).toEqual([3, 3, 3, 3, 3])

  await client.batch(
    ['ALTER TABLE sponsors RENAME COLUMN budget TO cents', 'ALTER TABLE sponsors ADD city'],
    'write',
  )
  for (const { columns, rows } of await Promise.all(Array.from({ length: 5 }, everything))) {
    expect(columns).toEqual(['id', 'name', 'cents', 'city'])
    expect(rows[0]).toMatchObject({ cents: 100, city: null })
  }
})
