import type { SQL } from 'drizzle-orm'
import type { Match } from '../index/match.ts'

/** A kind of saved search: how its addresses are read, and what counts as new. */
export interface Kind {
  /** Reads an address after its question mark; what cannot be read is left out. `currency` is an ISO code. */
  readonly read: (query: string, currency: string) => Looked
  /** The index of the newest. */
  readonly index: SQL
  /** Selects what is new of one search, the newest first, without an end. */
  readonly newSince: (asked: Asked) => SQL
}

/** What a search looks for. */
export interface Looked {
  /** Its one address, and the same with the newest first. */
  readonly href: string
  readonly newestHref: string
  /** In words. */
  readonly filters: readonly string[]
  /** What indexes are asked for, `all` of it; null when its words hold nothing that could be found. */
  readonly match: (Match & { readonly all: string }) | null
  /** The rest of it, for the database. */
  readonly criteria: Readonly<Record<string, number | null>>
}

/** Where a select finds what it is asked. */
export interface Asked {
  /** The text of its match. */
  readonly match: SQL
  /** Another of the `criteria`. */
  readonly criterion: (name: string) => SQL
  /** Only places before this one, in the index of the newest, may be new. */
  readonly before: SQL
  /** Milliseconds UTC: what has come after is new. */
  readonly since: SQL
  readonly now: SQL
}
