import { SQL } from 'drizzle-orm'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { personalRecords } from '../../../src/features/personal-data/registry.ts'
import type { Statement } from '../../../src/platform/db/write.ts'
import type { UserId } from '../../../src/shared/ids.ts'
import { startDatabase } from '../../support/database.ts'

let database: Awaited<ReturnType<typeof startDatabase>>
beforeAll(async () => {
  database = await startDatabase()
})
afterAll(() => database.close())

const person = { id: 7 as UserId, now: 1 }
const dialect = new SQLiteAsyncDialect()

async function planOf(statement: Statement): Promise<string[]> {
  if ('statement' in statement) throw new Error('Guards are not erasing statements.')
  const { sql, params } = statement instanceof SQL ? dialect.sqlToQuery(statement) : statement.toSQL()
  const { rows } = await database.db.client.execute({
    sql: `explain query plan ${sql}`,
    args: params as (string | number | null)[],
  })
  return rows.map(({ detail }) => String(detail))
}

it.each(personalRecords)('$file is erased without reading a whole table', async ({ erasure }) => {
  if (erasure.kind === 'keep') return
  const statements = [...(erasure.statements?.(person) ?? []), ...(erasure.ofRequests?.(person, '[1]') ?? [])]
  expect(statements.length).toBeGreaterThan(0)
  const steps = (await Promise.all(statements.map(planOf))).flat()
  const scans = steps.filter((step) => /^SCAN (?!json_each|one\b|recipient|channel)/.test(step))
  expect(scans.filter((step) => step !== 'SCAN CONSTANT ROW')).toEqual([])
})
