import type { Client } from '@libsql/client/http'
import { afterAll } from 'vitest'
import { startDatabase, type TestDatabase } from '../support/database.ts'
import { violations } from './consistency.ts'

const started: TestDatabase[] = []

afterAll(async () => {
  for (const { close } of started.splice(0)) await close()
})

/** A database with empty tables. It is closed after the tests of the file. */
export async function emptyDatabase(): Promise<{ client: Client; url: string }> {
  const database = await startDatabase()
  started.push(database)
  return { client: database.db.client, url: database.url }
}

/** The first column of all rows. */
export async function column(client: Client, sql: string): Promise<unknown[]> {
  const { rows } = await client.execute(sql)
  return rows.map((row) => row[0])
}

/** The ids of up to five rows that break a rule of `violations`. `now` is milliseconds UTC. */
export async function breaking(client: Client, sql: string, now: number): Promise<unknown[]> {
  const args = sql.includes(':now') ? { now } : {}
  return (await client.execute({ sql: `${sql} limit 5`, args })).rows.map(({ id }) => id)
}

/** Every rule that the database breaks, with some of the rows. */
export async function violated(client: Client, now: number): Promise<{ rule: string; ids: unknown[] }[]> {
  const found = Object.entries(violations).map(async ([rule, sql]) => {
    const ids = await breaking(client, sql, now)
    return ids.length > 0 ? [{ rule, ids }] : []
  })
  return (await Promise.all(found)).flat()
}
