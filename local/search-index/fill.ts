import type { Client, InStatement } from '@libsql/client/http'
import type { SearchIndex } from '../../src/platform/search/search-index.ts'
import { namesOf, wordsFor } from '../../src/platform/search/tables.ts'

/** The prefix of the tables that are being built. They lose it when they replace those in use. */
export const NEW = 'new_'

/** A temporary table of documents, from which all full-text tables of an index are filled. */
export const STAGE = 'search_stage'

/** Computes all documents once, and fills the table of sort keys. `piece` is the number of ids per transaction. */
export async function stageDocuments(
  client: Client,
  index: SearchIndex,
  lastId: number,
  piece: number,
): Promise<void> {
  const { fullText, sortKeys, documents } = namesOf(index, NEW)
  const keys = fullText.map(({ sort }) => `by_${sort}`)
  const columns = [...keys.map((key) => `${key} integer not null`), 'names text', 'other_words text']
  await client.batch(
    [
      `drop table if exists ${STAGE}`,
      `create table ${STAGE} (id integer primary key, ${columns.join(', ')}) strict`,
    ],
    'write',
  )
  for (let from = 0; from < lastId; from += piece) {
    const range = 'where id > :from and id <= :to'
    const args = { from, to: from + piece }
    await client.batch(
      [
        {
          sql: `insert into ${STAGE} select id, ${keys.join(', ')}, names, other_words from ${documents} ${range} order by id`,
          args,
        },
        {
          sql: `insert into ${sortKeys} select id, ${keys.join(', ')} from ${STAGE} ${range} order by id`,
          args,
        },
      ],
      'write',
    )
  }
}

/**
 * Fills a full-text table from the staged documents, in the order of its row ids. Any other order takes ten times as
 * long. `piece` is the number of documents per transaction.
 */
export async function fillFullText(
  client: Client,
  index: SearchIndex,
  sort: string,
  piece: number,
): Promise<void> {
  const target = { table: `${NEW}${index.name}s_by_${sort}`, key: `by_${sort}`, words: wordsFor(index, sort) }
  await client.execute(`create index ${STAGE}_${target.key} on ${STAGE} (${target.key})`)
  const { last, heldBack } = await lastKeys(client, target.key)
  let pieces = 0
  let from = '0'
  for (; from !== last; pieces += 1) from = await addNext(client, { ...target, from, to: last, limit: piece })
  if (pieces > 1) await mergeAll(client, target.table)
  for (const to of heldBack) {
    from = await addNext(client, { ...target, from, to, limit: 1 })
    await client.execute(setting(target.table, 'merge', -1))
  }
}

/**
 * The last sort key of the large segment, and the few sort keys after it that are added one by one.
 *
 * FTS5 adds new rows in small segments. When a level has sixteen segments, FTS5 merges the whole level while the
 * writer waits. That takes seconds if the large segment is on that level. After each row that is added one by one, a
 * `merge` with a negative number moves the large segment one level up. Three levels up, it is merged again only after
 * thousands of writes, and FTS5 does that in small steps.
 */
async function lastKeys(client: Client, key: string): Promise<{ last: string; heldBack: string[] }> {
  // Sort keys are sent as texts, because they do not fit in a double.
  const { rows } = await client.execute(
    `select cast(${key} as text) as sort_key from ${STAGE} order by ${key} desc limit ${LEVELS_UP + 1}`,
  )
  const [last = '0', ...heldBack] = rows.map(({ sort_key }) => String(sort_key)).reverse()
  return { last, heldBack }
}

const LEVELS_UP = 3

interface Piece {
  readonly table: string
  readonly key: string
  readonly words: string
  /** Documents after this sort key, and up to this one. */
  readonly from: string
  readonly to: string
  readonly limit: number
}

/** Adds the next documents in one segment, and returns the sort key of the last one. */
async function addNext(client: Client, { table, key, words, from, to, limit }: Piece): Promise<string> {
  const next = `from ${STAGE} where ${key} > cast(:from as integer) and ${key} <= cast(:to as integer)
    order by ${key} limit :limit`
  const args = { from, to, limit }
  const results = await client.batch(
    [
      setting(table, 'hashsize', ONE_SEGMENT),
      { sql: `insert into ${table} (rowid, words) select ${key}, ${words} ${next}`, args },
      setting(table, 'hashsize', DEFAULT_HASH_SIZE),
      { sql: `select cast(max(${key}) as text) as sort_key from (select ${key} ${next})`, args },
    ],
    'write',
  )
  return String(results.at(-1)?.rows[0]?.sort_key)
}

/** The bytes that FTS5 collects in memory before it writes a segment. A million documents need less. */
const ONE_SEGMENT = 1_500_000_000
const DEFAULT_HASH_SIZE = 1_048_576

/** Merges all segments into one, a limited number of pages at a time. */
async function mergeAll(client: Client, table: string): Promise<void> {
  // A negative number starts a merge of all segments. A positive one only merges levels with many segments.
  for (let pages = -PAGES; ; pages = PAGES) {
    const changes = 'select total_changes() as changes'
    const [before, , after] = await client.batch([changes, setting(table, 'merge', pages), changes], 'write')
    // According to FTS5's documentation, a merge that has nothing left to do changes fewer than two rows.
    if (Number(after?.rows[0]?.changes) - Number(before?.rows[0]?.changes) < 2) return
  }
}

const PAGES = 2_000

function setting(table: string, name: string, value: number): InStatement {
  return {
    sql: `insert into ${table} (${table}, rank) values ('${name}', cast(? as integer))`,
    args: [value],
  }
}
