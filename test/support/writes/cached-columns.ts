import type { Client } from '@libsql/client/http'
import { getTableName, type Table } from 'drizzle-orm'
import Database from 'libsql'
import { users } from '../../../src/features/accounts/schema.ts'
import { campaignGoals, campaigns } from '../../../src/features/campaigns/schema.ts'
import { collaborations } from '../../../src/features/collaborations/schema.ts'
import { campaignIndex, influencerIndex } from '../../../src/features/discovery/index/definition.ts'
import { channels, influencers } from '../../../src/features/influencers/schema.ts'
import { sponsors } from '../../../src/features/sponsors/schema.ts'
import type { Namespace } from '../../../src/platform/cache/namespaces.ts'
import type { WriteMessage } from '../../../src/platform/db/write.ts'
import { indexedColumns } from '../../../src/platform/search/tables.ts'

interface Source {
  readonly table: Table
  /** Names of columns. An update of other columns changes nothing that is cached. */
  readonly columns: readonly string[]
  readonly namespaces: readonly Namespace[]
  /** Whether a new row appears in cached answers at once. New users and sponsors do not: they have no profile yet. */
  readonly isShownAtOnce: boolean
}

/** What cached answers depend on. A write to it must invalidate these namespaces. */
export const sources: readonly Source[] = [
  {
    table: users,
    columns: indexedIn(users),
    namespaces: ['influencers', 'campaigns', 'statistics'],
    isShownAtOnce: false,
  },
  {
    table: influencers,
    // Lists show the availability, but no search uses it.
    columns: [...indexedIn(influencers), influencers.availability.name],
    namespaces: ['influencers', 'statistics'],
    isShownAtOnce: true,
  },
  {
    table: channels,
    columns: indexedIn(channels),
    namespaces: ['influencers', 'statistics'],
    isShownAtOnce: true,
  },
  {
    table: campaigns,
    // Lists show these too, but no search uses them.
    columns: [
      ...indexedIn(campaigns),
      ...[campaigns.wantedDeliverables, campaigns.timeZone, campaigns.startsAt].map(({ name }) => name),
    ],
    namespaces: ['campaigns', 'statistics'],
    isShownAtOnce: true,
  },
  {
    table: campaignGoals,
    columns: indexedIn(campaignGoals),
    namespaces: ['campaigns'],
    isShownAtOnce: true,
  },
  {
    table: sponsors,
    columns: indexedIn(sponsors),
    namespaces: ['campaigns', 'statistics'],
    isShownAtOnce: false,
  },
  // Cached pages only show how many there are.
  { table: collaborations, columns: [], namespaces: ['statistics'], isShownAtOnce: true },
]

/** The columns of a table that the search for influencers or campaigns depends on. */
function indexedIn(table: Table): string[] {
  const columns = [influencerIndex, campaignIndex].flatMap(
    (index) => indexedColumns(index).get(getTableName(table)) ?? [],
  )
  return [...new Set(columns)]
}

/** What a write changes, and what it says that it changes. */
export type DeclaredWrite = Pick<WriteMessage, 'statements' | 'invalidates'>

/** A message for each write that changes something cached without declaring it. */
export async function findUndeclared(db: Client, writes: readonly DeclaredWrite[]): Promise<string[]> {
  if (writes.length === 0) return []
  const watched = await emptyCopy(db)
  for (const { create } of watchers) watched.exec(create)

  const missing = new Set<string>()
  const distinct = new Map(writes.map((write) => [JSON.stringify(write), write]))
  for (const { statements, invalidates } of distinct.values()) {
    for (const sql of statements) {
      for (const { event, namespaces } of firedBy(watched, sql)) {
        const left = namespaces.filter((namespace) => !invalidates.includes(namespace))
        if (left.length > 0) missing.add(advice(event, left, sql))
      }
    }
  }
  watched.close()
  return [...missing]
}

function advice(event: string, namespaces: readonly Namespace[], sql: string): string {
  const names = namespaces.map((name) => `'${name}'`).join(', ')
  return `${event} changes cached answers: add ${names} to the \`invalidates\` of the write() with\n  ${sql}`
}

/** The tables of a database, without its rows and triggers. */
async function emptyCopy(db: Client) {
  const { rows } = await db.execute(`select sql from sqlite_master
    where type in ('table', 'index') and sql is not null and name not like 'sqlite_%'
      and name not in (select name from pragma_table_list where type = 'shadow')
    order by type desc`)
  const copy = new Database(':memory:')
  for (const { sql } of rows) copy.exec(String(sql))
  return copy
}

// EXPLAIN says which triggers a statement would fire, cascades included.
function firedBy(watched: Database.Database, sql: string) {
  const lines = watched
    .prepare(`explain ${sql}`)
    .all()
    .map((row) => String(Reflect.get(Object(row), 'p4')))
  return watchers.filter(({ name }) => lines.includes(`-- TRIGGER ${name}`))
}

const watchers = sources.flatMap(({ table, columns, namespaces, isShownAtOnce }) => {
  const name = getTableName(table)
  const watcher = (when: string, event: string) => {
    const trigger = `watch_${name}_${event.replace(/\W/g, '_')}`
    const create = `create trigger ${trigger} after ${when} on ${name} begin select 1; end`
    return { name: trigger, create, event, namespaces }
  }
  return [
    ...columns.map((column) => watcher(`update of ${column}`, `update of ${name}.${column}`)),
    ...(isShownAtOnce ? [watcher('insert', `insert into ${name}`)] : []),
    watcher('delete', `delete from ${name}`),
  ]
})
