import type { Client } from '@libsql/client/http'

/**
 * Takes the indexes off tables while much is written to them. Their SQL is kept in a table of the database until
 * `putIndexesBack`, so that none is lost when the process ends in between.
 */
export async function setIndexesAside(client: Client, tables: readonly string[]): Promise<void> {
  // Those without SQL belong to their table and cannot be dropped.
  const condition = `type = 'index' and sql is not null and tbl_name in (${tables.map((name) => `'${name}'`)})`
  const { rows } = await client.execute(`select name from sqlite_master where ${condition}`)
  if (rows.length === 0) return

  await client.batch(
    [
      `create table if not exists ${SHELF} (name text primary key not null, sql text not null) strict`,
      `insert into ${SHELF} select name, sql from sqlite_master where ${condition}`,
      ...rows.map(({ name }) => `drop index "${name}"`),
    ],
    'write',
  )
}

/** Puts back the indexes that are set aside, if any. */
export async function putIndexesBack(client: Client): Promise<void> {
  const { rows: shelf } = await client.execute(`select 1 from sqlite_master where name = '${SHELF}'`)
  if (shelf.length === 0) return

  const { rows } = await client.execute(`select name, sql from ${SHELF} order by rowid`)
  // One by one: an index of millions of rows takes seconds, and what is back stays back.
  for (const { name, sql } of rows) {
    await client.batch(
      [String(sql), { sql: `delete from ${SHELF} where name = ?`, args: [String(name)] }],
      'write',
    )
  }
  await client.execute(`drop table ${SHELF}`)
}

const SHELF = '__set_aside'
