import { getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { textOf } from '../db/sql-text.ts'
import { columnsOf, contributions, keyOf } from './contributions.ts'
import type { FigureSource, FigureSources } from './figure-source.ts'
import { upsert } from './table.ts'

interface Target {
  /** The table of figures that the triggers keep. */
  readonly table: string
  /** The prefix of the triggers' names. */
  readonly prefix: string
  /** A condition in SQL for the rows to count, by the figure's name. */
  readonly only?: (name: string, key: string) => string
}

/** Statements that create triggers which keep every figure exact, in the transaction of the change. */
export function createTriggers(figures: FigureSources, target: Target): string[] {
  return Object.entries(figures).flatMap(([name, source]) =>
    [source.from, ...(source.join ? [source.join.table] : [])].flatMap((table) =>
      triggersOn(table, name, source, target),
    ),
  )
}

function triggersOn(table: SQLiteTable, name: string, source: FigureSource, target: Target): string[] {
  const on = getTableName(table)
  const only = target.only?.(name, textOf(keyOf(source)))
  const count = (row: 'old' | 'new', sign: 1 | -1) =>
    `${upsert(target.table, contributions(name, source, { given: { table, row }, sign, ...(only && { only }) }))};`
  const trigger = (verb: string, when: string, body: string) =>
    `create trigger ${target.prefix}${name}_${on}_${verb} ${when} begin ${body} end`

  const insert = trigger('insert', `after insert on ${on}`, count('new', 1))
  const columns = columnsOf(source, table).map((column) => column.name)
  const changed = columns.map((column) => `old.${column} is not new.${column}`).join(' or ')
  const update = trigger(
    'update',
    `after update of ${columns.join(', ')} on ${on} when ${changed}`,
    `${count('old', -1)} ${count('new', 1)}`,
  )
  // Before, because the rows that belong to it are deleted with it.
  const remove = trigger('delete', `before delete on ${on}`, count('old', -1))
  return columns.length > 0 ? [insert, update, remove] : [insert, remove]
}
