import { createHash } from 'node:crypto'
import type { Client, InStatement } from '@libsql/client/http'
import { getTableName } from 'drizzle-orm'
import { figureSources } from '../../src/features/statistics/sources.ts'
import { contributions, keyOf } from '../../src/platform/figures/contributions.ts'
import type { FigureSource } from '../../src/platform/figures/figure-source.ts'
import { createTable, FIGURES, upsert } from '../../src/platform/figures/table.ts'
import { createTriggers } from '../../src/platform/figures/triggers.ts'
import { sum } from '../../src/shared/numbers/sum.ts'
import type { Progress } from '../progress.ts'

/** The figures that are being built. They replace those in use at the end. */
export const NEW = `new_${FIGURES}`

/** The last row that each new figure has counted. */
const COUNTED = 'figures_counted'

export const TRIGGER = 'figure_'
const BUILD_TRIGGER = 'new_figure_'

const figures = Object.entries(figureSources)

const triggers = createTriggers(figureSources, { table: FIGURES, prefix: TRIGGER })

/** A hash of the SQL that keeps the figures. */
export const definition = createHash('sha256')
  .update([createTable(FIGURES), ...triggers].join())
  .digest('hex')

/**
 * Recounts every figure, beside those in use, `piece` rows in each transaction. A row that changes in the meantime is
 * counted by a trigger if its piece is done, and by its piece otherwise.
 */
export async function buildFigures(client: Client, piece: number, progress: Progress): Promise<void> {
  await client.batch([...(await dropsOfUnfinished(client)), ...startBuilding], 'write')
  const sizes = await Promise.all(figures.map(([, source]) => lastId(client, source)))
  const total = 1 + sum(sizes)
  let done = 0
  for (const [at, [name, source]] of figures.entries()) {
    const size = sizes[at] ?? 0
    for (let from = 0; from < size; from += piece) {
      progress(done / total, `statistics: ${name}`)
      await client.batch(countRows(name, source, from, from + piece), 'write')
      done += Math.min(piece, size - from)
    }
  }
  // From here on, triggers count every row.
  await client.batch(
    [
      ...figures.map(([name, source]) => countRest(name, source)),
      `update ${COUNTED} set last_id = ${Number.MAX_SAFE_INTEGER}`,
    ],
    'write',
  )
}

/** Replaces the figures in use with the new ones, in one transaction. */
export async function replaceFigures(client: Client): Promise<void> {
  const isFirst = !(await exists(client, FIGURES))
  await client.batch(
    [
      ...(await dropsOf(
        client,
        `type = 'trigger' and (name glob '${TRIGGER}*' or name glob '${BUILD_TRIGGER}*')`,
      )),
      `drop table ${COUNTED}`,
      ...(isFirst ? [] : [`alter table ${FIGURES} rename to old_${FIGURES}`]),
      `alter table ${NEW} rename to ${FIGURES}`,
      ...triggers,
      'drop table if exists figures_definition',
      'create table figures_definition (hash text not null) strict',
      `insert into figures_definition values ('${definition}')`,
    ],
    'write',
  )
  // In a transaction of its own, because it takes a while if the table is large.
  await client.execute(`drop table if exists old_${FIGURES}`)
}

/** Statements that drop the triggers, so that a bulk load is fast. The next `updateStatistics` recounts. */
export async function dropsOfTriggers(client: Client): Promise<string[]> {
  return [
    ...(await dropsOf(client, `type = 'trigger' and name glob '${TRIGGER}*'`)),
    'drop table if exists figures_definition',
  ]
}

/** The hash of the definition that the figures in use were built from. Null if there are none. */
export async function storedDefinition(client: Client): Promise<string | null> {
  if (!(await exists(client, 'figures_definition'))) return null
  const { rows } = await client.execute('select hash from figures_definition')
  return String(rows[0]?.hash)
}

const startBuilding: string[] = [
  createTable(NEW),
  `create table ${COUNTED} (figure text primary key, last_id integer not null) strict, without rowid`,
  ...figures.map(([name]) => `insert into ${COUNTED} values ('${name}', 0)`),
  ...createTriggers(figureSources, {
    table: NEW,
    prefix: BUILD_TRIGGER,
    only: (name, key) => `${key} <= ${lastCounted(name)}`,
  }),
]

function countRows(name: string, source: FigureSource, from: number, to: number): InStatement[] {
  const key = keyOf(source).name
  const only = `${getTableName(source.from)}.${key} > ${from} and ${getTableName(source.from)}.${key} <= ${to}`
  return [added(name, source, only), `update ${COUNTED} set last_id = ${to} where figure = '${name}'`]
}

function countRest(name: string, source: FigureSource): string {
  return added(name, source, `${getTableName(source.from)}.${keyOf(source).name} > ${lastCounted(name)}`)
}

function added(name: string, source: FigureSource, only: string): string {
  return upsert(
    NEW,
    `select owner_id, day, figure, dimension, sum(value) from (${contributions(name, source, { only })})
      where true group by owner_id, day, dimension`,
  )
}

function lastCounted(name: string): string {
  return `(select last_id from ${COUNTED} where figure = '${name}')`
}

async function lastId(client: Client, source: FigureSource): Promise<number> {
  const { rows } = await client.execute(
    `select coalesce(max(${keyOf(source).name}), 0) as id from ${getTableName(source.from)}`,
  )
  return Number(rows[0]?.id)
}

function dropsOfUnfinished(client: Client): Promise<string[]> {
  return dropsOf(
    client,
    `(type = 'trigger' and name glob '${BUILD_TRIGGER}*')
      or (type = 'table' and name in ('${NEW}', 'old_${FIGURES}', '${COUNTED}'))`,
  )
}

async function dropsOf(client: Client, condition: string): Promise<string[]> {
  const { rows } = await client.execute(`select type, name from sqlite_master where ${condition}
    order by type = 'trigger' desc, name`)
  return rows.map(({ type, name }) => `drop ${type} "${name}"`)
}

async function exists(client: Client, table: string): Promise<boolean> {
  const { rows } = await client.execute(
    `select 1 from sqlite_master where type = 'table' and name = '${table}'`,
  )
  return rows.length > 0
}
