import { getTableColumns } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { normalizeText } from '../../shared/normalize-text.ts'

declare const searched: unique symbol

/**
 * A text that search finds. The column beside it, `search_` and its name, has the text normalized, since SQLite
 * cannot do that; it is null for ASCII, which the index reads from the text itself. Only `withSearchText` makes
 * values of this type, so that no command can write the one without the other.
 */
export type SearchedText = string & { readonly [searched]: true }

/** The default of a text that may be left out. */
export const NO_TEXT = '' as SearchedText

/** Adds to the columns of a row their normalized text, where the table has a column for it. */
export function withSearchText<Row extends object>(table: SQLiteTable, row: Row): WithSearchText<Row> {
  const columns = getTableColumns(table)
  const normalized = Object.entries(row).flatMap(([key, text]) => {
    const own = `search${key.charAt(0).toUpperCase()}${key.slice(1)}`
    return own in columns && typeof text === 'string' ? [[own, searchText(text)]] : []
  })
  return { ...row, ...Object.fromEntries(normalized) } as WithSearchText<Row>
}

type WithSearchText<Row> = {
  [Key in keyof Row]: Row[Key] extends string ? Row[Key] & SearchedText : Row[Key]
}

/** A row as people write it: its texts are plain strings, and there are no normalized ones. */
export type PlainTexts<Row> = {
  [Key in keyof Row as Key extends `search${Capitalize<keyof Row & string>}` ? never : Key]: Plain<Row[Key]>
}

type Plain<Value> = Value extends SearchedText ? string : Value

/** The normalized form of a text, or null for ASCII. */
export function searchText(text: string): string | null {
  return /^[\0-\x7f]*$/.test(text) ? null : normalizeText(text)
}
