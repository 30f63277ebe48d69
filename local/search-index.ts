import { createHash } from 'node:crypto'
import type { Client } from '@libsql/client/http'
import { getTableName } from 'drizzle-orm'
import { accountIndex } from '../src/features/admin/users/account-index.ts'
import { campaignIndex, influencerIndex } from '../src/features/discovery/index/definition.ts'
import type { SearchIndex } from '../src/platform/search/search-index.ts'
import {
  applyChangeLog,
  createChangeLog,
  createDocuments,
  createTables,
  createTriggers,
  namesOf,
} from '../src/platform/search/tables.ts'
import type { Progress } from './progress.ts'
import { fillFullText, NEW, STAGE, stageDocuments } from './search-index/fill.ts'

const searchIndexes: readonly SearchIndex[] = [influencerIndex, campaignIndex, accountIndex]

export interface RebuildOptions {
  /** Rebuild even if the index is of the current definition. */
  readonly force?: boolean
  /** How many documents one transaction handles at most: other writers wait for it. */
  readonly piece?: number
  readonly progress?: Progress
}

/**
 * Rebuilds the search index if its definition has changed, or if it was suspended. Gives whether it did.
 *
 * The new tables are built beside those in use, and take their names in one transaction at the end. Until then
 * searches use the old ones, and a log notes which documents change. Interrupted, it starts over next time.
 */
export async function updateSearchIndex(
  client: Client,
  { force = false, piece = 20_000, progress = () => {} }: RebuildOptions = {},
): Promise<boolean> {
  if (!force && (await storedDefinition(client)) === definition) return false

  await client.batch([...(await leftovers(client)), ...startBuilding], 'write')
  const sizes = await Promise.all(searchIndexes.map((index) => lastId(client, index)))
  const whole = searchIndexes.reduce((sum, index, at) => sum + (sizes[at] ?? 0) * stepsOf(index), 1)
  let done = 0
  for (const [at, index] of searchIndexes.entries()) {
    const size = sizes[at] ?? 0
    const { fullText } = namesOf(index)
    progress(done / whole, `search: ${index.name}s`)
    await stageDocuments(client, index, size, piece)
    done += size
    for (const { sort } of fullText) {
      progress(done / whole, `search: ${index.name}s by ${sort}`)
      await fillFullText(client, index, sort, piece)
      done += size
    }
  }
  await client.batch([...(await replaced(client)), ...finishBuilding], 'write')
  return true
}

/** Takes the triggers off for a bulk load. The next `updateSearchIndex` rebuilds the index, whatever happens first. */
export async function suspendSearchIndex(client: Client): Promise<void> {
  await client.batch(
    [
      ...(await dropsOf(client, "type = 'trigger' and name glob '*_search_*'")),
      'drop table if exists search_definition',
    ],
    'write',
  )
}

/** Changes with everything that the index is made of. */
const definition = createHash('sha256')
  .update(
    searchIndexes
      .flatMap((index) => [...createTables(index), createDocuments(index), ...createTriggers(index)])
      .join(),
  )
  .digest('hex')

async function storedDefinition(client: Client): Promise<string | undefined> {
  if ((await dropsOf(client, "name = 'search_definition'")).length === 0) return undefined
  const { rows } = await client.execute('select hash from search_definition')
  return String(rows[0]?.hash)
}

const startBuilding: string[] = [
  'create table search_changes (name text not null, id integer not null, primary key (name, id)) strict, without rowid',
  ...searchIndexes.flatMap((index) => [
    ...createTables(index, NEW),
    createDocuments(index, NEW),
    ...createChangeLog(index),
  ]),
]

const finishBuilding: string[] = [
  ...searchIndexes.flatMap((index) => [
    ...tablesOf(index).map((table) => `alter table ${NEW}${table} rename to ${table}`),
    createDocuments(index),
    ...createTriggers(index),
    ...applyChangeLog(index),
  ]),
  'drop table search_changes',
  'create table search_definition (hash text not null) strict',
  `insert into search_definition values ('${definition}')`,
]

const PARTS = `((type = 'trigger' and name glob '*_search_*') or (type = 'view' and name glob '*_documents')
  or (type = 'table' and (sql like '%using fts5%' or name glob '*_sort_keys')))`

/** Drops what an interrupted build has left. */
function leftovers(client: Client): Promise<string[]> {
  return dropsOf(
    client,
    `(${PARTS} and (name glob '${NEW}*' or name glob 'log_*')) or name in ('search_changes', '${STAGE}')`,
  )
}

/** Drops the generation in use, whatever definition it is of, and what only the build needed. */
function replaced(client: Client): Promise<string[]> {
  return dropsOf(
    client,
    `(${PARTS} and not (type = 'table' and name glob '${NEW}*')) or name in ('search_definition', '${STAGE}')`,
  )
}

async function dropsOf(client: Client, condition: string): Promise<string[]> {
  const { rows } = await client.execute(`select type, name from sqlite_master where ${condition}
    order by type = 'trigger' desc, type = 'view' desc, name`)
  return rows.map(({ type, name }) => `drop ${type} "${name}"`)
}

function tablesOf(index: SearchIndex): string[] {
  const { fullText, sortKeys } = namesOf(index)
  return [sortKeys, ...fullText.map(({ table }) => table)]
}

function stepsOf(index: SearchIndex): number {
  return tablesOf(index).length
}

async function lastId(client: Client, { id }: SearchIndex): Promise<number> {
  const { rows } = await client.execute(`select max(${id.name}) as id from ${getTableName(id.table)}`)
  return Number(rows[0]?.id)
}
