import { type Client, createClient } from '@libsql/client/http'
import { afterAll } from 'vitest'
import { type LibsqlServer, startLibsql } from '../../local/libsql/server.ts'
import { migrate } from '../../local/migrate.ts'
import { violations } from './consistency.ts'

const servers: LibsqlServer[] = []

afterAll(async () => {
  for (const server of servers) await server.close()
})

/** A database in memory with empty tables. It is closed after the tests of the file. */
export async function emptyDatabase(): Promise<{ client: Client; url: string }> {
  const server = await startLibsql({ file: ':memory:', port: 0 })
  servers.push(server)
  const client = createClient({ url: server.url })
  await migrate(client)
  return { client, url: server.url }
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
