import { createHash } from 'node:crypto'
import type { Client } from '@libsql/client/http'
import { getTableName } from 'drizzle-orm'
import { caseIndex } from '../src/features/abuse-reports/case-list/case-index.ts'
import { accountIndex } from '../src/features/accounts/people/account-index.ts'
import { auditIndex } from '../src/features/admin/audit/audit-index.ts'
import { flagIndex } from '../src/features/admin/flags/flag-index.ts'
import { adminCampaignIndex } from '../src/features/campaigns/all/campaign-index.ts'
import { campaignIndex, influencerIndex } from '../src/features/discovery/index/definition.ts'
import { sponsorIndex } from '../src/features/sponsors/approvals/sponsor-index.ts'
import type { SearchIndex } from '../src/platform/search/search-index.ts'
import {
  applyChangeLog,
  createChangeLog,
  createDocuments,
  createTables,
  createTriggers,
  namesOf,
} from '../src/platform/search/tables.ts'
import { sum } from '../src/shared/numbers/sum.ts'
import type { Progress } from './progress.ts'
import { fillFullText, NEW, STAGE, stageDocuments } from './search-index/fill.ts'

const searchIndexes: readonly SearchIndex[] = [
  influencerIndex,
  campaignIndex,
  adminCampaignIndex,
  accountIndex,
  auditIndex,
  sponsorIndex,
  caseIndex,
  flagIndex,
]

export interface RebuildOptions {
  /** Rebuild even if the definition has not changed. */
  readonly force?: boolean
  /** The maximum number of documents per transaction. Other writers wait for each transaction. */
  readonly piece?: number
  readonly progress?: Progress
}

/**
 * Rebuilds the search index if its definition has changed, or if it was suspended. Returns whether it did.
 *
 * The new tables are built next to those in use, and replace them in one transaction at the end. Until then, searches
 * use the old tables, and a log records which documents change. If it is interrupted, it starts over next time.
 */
export async function updateSearchIndex(
  client: Client,
  { force = false, piece = 20_000, progress = () => {} }: RebuildOptions = {},
): Promise<boolean> {
  if (!force && (await storedDefinition(client)) === definition) return false

  await client.batch([...(await dropsOfUnfinished(client)), ...startBuilding], 'write')
  const sizes = await Promise.all(searchIndexes.map((index) => lastId(client, index)))
  const total = 1 + sum(searchIndexes.map((index, at) => (sizes[at] ?? 0) * stepsOf(index)))
  let done = 0
  for (const [at, index] of searchIndexes.entries()) {
    const size = sizes[at] ?? 0
    const { fullText } = namesOf(index)
    progress(done / total, `search: ${index.name}s`)
    await stageDocuments(client, index, size, piece)
    done += size
    for (const { sort } of fullText) {
      progress(done / total, `search: ${index.name}s by ${sort}`)
      await fillFullText(client, index, sort, piece)
      done += size
    }
  }
  await client.batch([...(await dropsOfReplaced(client)), ...finishBuilding], 'write')
  return true
}

/** Drops the triggers for a bulk load. The next `updateSearchIndex` rebuilds the index. */
export async function suspendSearchIndex(client: Client): Promise<void> {
  await client.batch(
    [
      ...(await dropsOf(client, "type = 'trigger' and name glob '*_search_*'")),
      'drop table if exists search_definition',
    ],
    'write',
  )
}

/** A hash of the SQL that creates the index. */
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
  // Before there are views and triggers: each renaming reads them all.
  ...searchIndexes.flatMap(tablesOf).map((table) => `alter table ${NEW}${table} rename to ${table}`),
  ...searchIndexes.flatMap((index) => [createDocuments(index), ...createTriggers(index)]),
  ...searchIndexes.flatMap(applyChangeLog),
  'drop table search_changes',
  'create table search_definition (hash text not null) strict',
  `insert into search_definition values ('${definition}')`,
]

const PARTS = `((type = 'trigger' and name glob '*_search_*') or (type = 'view' and name glob '*_documents')
  or (type = 'table' and (sql like '%using fts5%' or name glob '*_sort_keys')))`

/** Statements that drop the tables, views and triggers of an interrupted build. */
function dropsOfUnfinished(client: Client): Promise<string[]> {
  return dropsOf(
    client,
    `(${PARTS} and (name glob '${NEW}*' or name glob 'log_*')) or name in ('search_changes', '${STAGE}')`,
  )
}

/** Statements that drop the index in use, and the triggers and tables that only the build needs. */
function dropsOfReplaced(client: Client): Promise<string[]> {
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
