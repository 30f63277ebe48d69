import type { Client } from '@libsql/client/http'
import { getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { adRequests, messages, offers } from '../../src/ad-requests/schema.ts'
import { campaignGoals, campaigns } from '../../src/campaigns/schema.ts'
import { collaborations } from '../../src/collaborations/schema.ts'
import { events } from '../../src/history/schema.ts'
import { notices } from '../../src/notices/schema.ts'
import { channels, influencers, rates, sponsors, users } from '../../src/people/schema.ts'

/** Collects rows and writes them in large batches, each whole or not at all. */
export class Rows {
  /** How many have been added. */
  count = 0
  readonly #client: Client
  readonly #full: number
  readonly #waiting = new Map<SQLiteTable, Waiting>()
  #size = 0
  #writing: Promise<unknown> = Promise.resolve()

  /** `full` is the size of a batch in characters. */
  constructor(client: Client, full = 2_000_000) {
    this.#client = client
    this.#full = full
  }

  /** All rows of a table name the same columns; what a row does not name gets the table's default. */
  add<Table extends SQLiteTable>(table: Table, row: Table['$inferInsert']): void {
    const { columns, rows } = this.#of(table, row)
    const text = JSON.stringify(columns.map((column) => stored(Reflect.get(row, column))))
    rows.push(text)
    this.#size += text.length
    this.count += 1
  }

  /** To be awaited now and then, so that what waits does not grow without end. */
  async writeWhenFull(): Promise<void> {
    if (this.#size >= this.#full) await this.#write()
  }

  /** Writes what is left. */
  async finish(): Promise<void> {
    await this.#write()
    await this.#writing
  }

  #of(table: SQLiteTable, row: object): Waiting {
    const known = this.#waiting.get(table)
    if (known) return known
    const made: Waiting = { columns: Object.keys(row), rows: [] }
    this.#waiting.set(table, made)
    return made
  }

  // The next batch is composed while the last one is written.
  async #write(): Promise<void> {
    await this.#writing
    const statements = parentsFirst.flatMap((table) => {
      const waiting = this.#waiting.get(table)
      return waiting && waiting.rows.length > 0 ? [insertAll(table, waiting)] : []
    })
    this.#size = 0
    if (statements.length === 0) return
    this.#writing = this.#client.batch(statements, 'write')
    // It is awaited only at the next batch: until then nobody would have caught its failure.
    this.#writing.catch(() => {})
  }
}

interface Waiting {
  readonly columns: readonly string[]
  /** Each a JSON array. */
  rows: string[]
}

const parentsFirst: readonly SQLiteTable[] = [
  users,
  sponsors,
  influencers,
  channels,
  rates,
  campaigns,
  campaignGoals,
  adRequests,
  offers,
  messages,
  collaborations,
  events,
  notices,
]

/** One parameter for all rows: SQLite takes a JSON array apart faster than a server binds so many values. */
function insertAll(table: SQLiteTable, waiting: Waiting) {
  const names = waiting.columns.map((column) => `"${column}"`).join(', ')
  const values = waiting.columns.map((_, index) => `value ->> ${index}`).join(', ')
  const rows = waiting.rows
  waiting.rows = []
  return {
    sql: `insert into "${getTableName(table)}" (${names}) select ${values} from json_each(?)`,
    args: [`[${rows.join(',')}]`],
  }
}

function stored(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}
