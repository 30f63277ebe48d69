import { globSync } from 'node:fs'
import { join } from 'node:path'
import { getTableColumns, getTableName, is, Table } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDatabase } from './support/database.ts'

let database: Awaited<ReturnType<typeof startDatabase>>
beforeAll(async () => {
  database = await startDatabase()
})
afterAll(() => database.close())

test('every column in a schema.ts is in a migration', async () => {
  const { rows } = await database.db.client.execute(
    "select t.name || '.' || c.name as name from sqlite_master t, pragma_table_xinfo(t.name) c where t.type = 'table'",
  )
  const migrated = new Set(rows.map(({ name }) => String(name)))
  const missing = (await columnsOfSchemas())
    .filter((column) => !migrated.has(column))
    .map((column) => `${column} is in no migration: run npm run migrate:generate`)
  expect(missing).toEqual([])
})

/** `users.email`, and so on. */
async function columnsOfSchemas(): Promise<string[]> {
  const files = globSync(join(import.meta.dirname, '../src/**/schema.ts'))
  const modules: object[] = await Promise.all(files.map((file) => import(file)))
  const tables = modules.flatMap((module) => Object.values(module)).filter((value) => is(value, Table))
  expect(tables.length).toBeGreaterThan(10)
  return tables.flatMap((table) =>
    Object.values(getTableColumns(table)).map(({ name }) => `${getTableName(table)}.${name}`),
  )
}
