import type { Client } from '@libsql/client/http'

/** What a set-aside is to take: triggers or indexes, as a condition on `sqlite_master`. */
export type Taken = 'search triggers' | { readonly indexesOf: readonly string[] }

/**
 * Takes triggers or indexes off the database while much is written that they would each follow row by row. Their
 * SQL lies in a table of the database until `putBack`, so that none is lost whenever and however that ends.
 */
export async function setAside(client: Client, taken: Taken): Promise<void> {
  const condition = conditionOf(taken)
  const { rows } = await client.execute(`select type, name from sqlite_master where ${condition}`)
  if (rows.length === 0) return

  await client.batch(
    [
      `create table if not exists ${SHELF} (type text not null, name text primary key not null, sql text not null) strict`,
      `insert into ${SHELF} select type, name, sql from sqlite_master where ${condition}`,
      ...rows.map(({ type, name }) => `drop ${type} "${name}"`),
    ],
    'write',
  )
}

/** Whether something was set aside and not put back: by somebody who is at it, or who was interrupted. */
export async function isSetAside(client: Client): Promise<boolean> {
  const { rows } = await client.execute(`select 1 from sqlite_master where name = '${SHELF}'`)
  return rows.length > 0
}

/** Puts back the indexes that are set aside, so that the tables are fast to look things up in again. */
export async function putIndexesBack(client: Client): Promise<void> {
  await putBack(client, "type = 'index'")
}

/** Puts back all that is set aside, and says that nothing is any more. */
export async function putAllBack(client: Client): Promise<void> {
  await putBack(client, 'true')
  await client.execute(`drop table if exists ${SHELF}`)
}

const SHELF = '__set_aside'

function conditionOf(taken: Taken): string {
  if (taken === 'search triggers') {
    return "type = 'trigger' and (sql like '%influencer_ranks%' or sql like '%campaign_ranks%')"
  }
  // Those without SQL belong to their table and cannot be dropped.
  return `type = 'index' and sql is not null and tbl_name in (${taken.indexesOf.map((name) => `'${name}'`)})`
}

// One by one: an index of millions of rows takes seconds, and what is back stays back.
async function putBack(client: Client, condition: string): Promise<void> {
  if (!(await isSetAside(client))) return
  const { rows } = await client.execute(`select name, sql from ${SHELF} where ${condition} order by rowid`)
  for (const { name, sql } of rows) {
    await client.batch(
      [String(sql), { sql: `delete from ${SHELF} where name = ?`, args: [String(name)] }],
      'write',
    )
  }
}
