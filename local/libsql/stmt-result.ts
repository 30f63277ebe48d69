import type Database from 'libsql'
import { encodeValue } from './values.ts'

export interface Column {
  name: string
  decltype: string | null
}

export function columnsOf(statement: Database.Statement): Column[] {
  return statement.columns().map(({ name, type }) => ({ name, decltype: type }))
}

/** SQLite's rows as JSON. Built by hand because most of the time is spent here. */
export function encodeRows(rows: readonly unknown[]): string {
  let json = '['
  let before = '['
  for (const row of rows) {
    if (!Array.isArray(row)) throw new TypeError('The database returned a row that is not a list')

    json += before
    before = ',['
    for (let index = 0; index < row.length; index += 1) {
      json += index === 0 ? encodeValue(row[index]) : `,${encodeValue(row[index])}`
    }
    json += ']'
  }
  return `${json}]`
}

/** The result of a statement as JSON. `cols` and `rows` are JSON already; `rowid` is an integer or null. */
export function stmtResult(cols: string, rows: string, affected: unknown, rowid: unknown): string {
  const id = rowid === null ? 'null' : `"${rowid}"`
  return `{"cols":${cols},"rows":${rows},"affected_row_count":${affected},"last_insert_rowid":${id}}`
}
