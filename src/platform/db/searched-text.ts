import { getTableColumns } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { normalizeText } from '../../shared/normalize-text.ts'

declare const searched: unique symbol

/**
 * A text that search finds. A second column, named `search_` and the name of the text's column, holds the normalized
 * text, because SQLite cannot normalize it. It is null for ASCII, which the index reads from the text itself. Only
 * `withSearchText` creates values of this type, so a command cannot write one column without the other.
 */
export type SearchedText = string & { readonly [searched]: true }

/** The default for an optional text. */
export const NO_TEXT = '' as SearchedText

/** Adds the normalized texts to a row, if the table has columns for them. */
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

/** A row whose texts are plain strings, without the normalized texts. */
export type PlainTexts<Row> = {
  [Key in keyof Row as Key extends `search${Capitalize<keyof Row & string>}` ? never : Key]: Plain<Row[Key]>
}

type Plain<Value> = Value extends SearchedText ? string : Value

/** The normalized form of a text, or null for ASCII. */
export function searchText(text: string): string | null {
  return /^[\0-\x7f]*$/.test(text) ? null : normalizeText(text)
}
