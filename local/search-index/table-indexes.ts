import type { Client } from '@libsql/client/http'

/**
 * Drops the indexes of tables for a bulk load. Keeps their SQL in a table of the database until `restoreIndexes`, so
 * none is lost if the process ends in between.
 */
export async function dropIndexes(client: Client, tables: readonly string[]): Promise<void> {
  // Indexes without SQL belong to a primary key or a unique constraint, and cannot be dropped.
  const condition = `type = 'index' and sql is not null and tbl_name in (${tables.map((name) => `'${name}'`)})`
  const { rows } = await client.execute(`select name from sqlite_master where ${condition}`)
  if (rows.length === 0) return

  await client.batch(
    [
      `create table if not exists ${DROPPED_INDEXES} (name text primary key not null, sql text not null) strict`,
      `insert into ${DROPPED_INDEXES} select name, sql from sqlite_master where ${condition}`,
      ...rows.map(({ name }) => `drop index "${name}"`),
    ],
    'write',
  )
}

/** Creates the indexes again that `dropIndexes` has dropped, if any. */
export async function restoreIndexes(client: Client): Promise<void> {
  const { rows: found } = await client.execute(
    `select 1 from sqlite_master where name = '${DROPPED_INDEXES}'`,
  )
  if (found.length === 0) return

  const { rows } = await client.execute(`select name, sql from ${DROPPED_INDEXES} order by rowid`)
  // In a transaction each, because an index of millions of rows takes seconds and must not be created twice.
  for (const { name, sql } of rows) {
    await client.batch(
      [String(sql), { sql: `delete from ${DROPPED_INDEXES} where name = ?`, args: [String(name)] }],
      'write',
    )
  }
  await client.execute(`drop table ${DROPPED_INDEXES}`)
}

const DROPPED_INDEXES = '__dropped_indexes'
