import type { Client } from '@libsql/client/http'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { campaignRanks, influencerRanks } from '../../src/features/discovery/schema.ts'

/** Something that is searched for, with the table of its ranks and the orders that it has an index for. */
export interface Searched {
  readonly view: string
  /** The greatest id that one of it has. */
  readonly lastId: string
  readonly ranks: string
  readonly orders: readonly Order[]
}

export interface Order {
  /** Of the ranks. */
  readonly column: string
  readonly index: string
  /** The columns of the index, as in the view. */
  readonly texts: string
}

const PLAIN = 'names, texts, facets'
const MARKED = 'names, marked_names, texts, facets'

export const searched: readonly Searched[] = [
  describe('influencer', 'select max(user_id) as id from influencers', influencerRanks, 'by_reach'),
  describe('campaign', 'select max(id) as id from campaigns', campaignRanks, 'by_newest'),
]

/** The table that `stageDocuments` makes: ids, places in each order, and the texts of each document. */
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
      `create table ${STAGE} (id integer primary key not null, ${typed}, ${MARKED.replaceAll(',', ' text,')} text) strict`,
      `delete from ${ranks}`,
    ],
    'write',
  )
  for (let from = 0; from < last; from += piece) {
    const range = { from, to: from + piece }
    await client.batch(
      [
        {
          sql: `insert into ${STAGE} select id, ${places}, ${MARKED} from ${view}
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

// One order knows which words stand in names.
function describe(thing: string, lastId: string, table: SQLiteTable, marked: string): Searched {
  const places = Object.values(getTableColumns(table))
    .map(({ name }) => name)
    .filter((name) => name.startsWith('by_'))
  return {
    view: `${thing}_documents`,
    lastId,
    ranks: getTableName(table),
    orders: places.map((column) => ({
      column,
      index: `${thing}s_${column}`,
      texts: column === marked ? MARKED : PLAIN,
    })),
  }
}
