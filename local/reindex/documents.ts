import type { Client } from '@libsql/client/http'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { campaignRanks, influencerRanks } from '../../src/search/schema.ts'

/** Something that is searched for, with the table of its ranks and the orders that it has an index for. */
export interface Searched {
  readonly view: string
  /** The greatest id that one of it has. */
  readonly lastId: string
  readonly ranks: string
  /** Names of the ranks' columns, each of them with the index of that order. */
  readonly orders: readonly { readonly column: string; readonly index: string }[]
}

export const searched: readonly Searched[] = [
  describe('influencer', 'select max(user_id) as id from influencers', influencerRanks),
  describe('campaign', 'select max(id) as id from campaigns', campaignRanks),
]

/** The table that `stageDocuments` makes: ids, places in each order, and the three texts of each document. */
export const STAGE = '__documents'

/**
 * Computes the documents of ids up to `last` once, for every index to take from, and makes the ranks anew with
 * them. `piece` is how many ids one statement covers at most.
 */
export async function stageDocuments(
  client: Client,
  { view, ranks, orders }: Searched,
  last: number,
  piece: number,
): Promise<void> {
  const places = orders.map(({ column }) => column).join(', ')
  const typed = orders.map(({ column }) => `${column} integer not null`).join(', ')
  await client.batch(
    [
      `drop table if exists ${STAGE}`,
      `create table ${STAGE} (id integer primary key not null, ${typed}, names text, texts text, facets text) strict`,
      `delete from ${ranks}`,
    ],
    'write',
  )
  for (let from = 0; from < last; from += piece) {
    const range = { from, to: from + piece }
    await client.batch(
      [
        {
          sql: `insert into ${STAGE} select id, ${places}, names, texts, facets from ${view}
            where id > :from and id <= :to order by id`,
          args: range,
        },
        {
          sql: `insert into ${ranks} select id, ${places} from ${STAGE} where id > :from and id <= :to order by id`,
          args: range,
        },
      ],
      'write',
    )
  }
}

export async function clearStage(client: Client): Promise<void> {
  await client.execute(`drop table if exists ${STAGE}`)
}

function describe(thing: string, lastId: string, table: SQLiteTable): Searched {
  const places = Object.keys(getTableColumns(table)).filter((column) => column.startsWith('by_'))
  return {
    view: `${thing}_documents`,
    lastId,
    ranks: getTableName(table),
    orders: places.map((column) => ({ column, index: `${thing}s_${column}` })),
  }
}
