import type { Client, InStatement } from '@libsql/client/http'
import { type Order, STAGE } from './documents.ts'

/**
 * Empties the full-text index of an order and fills it from the staged documents, in the order of its rows: so it
 * takes a tenth of the time. `piece` is how many documents one transaction adds at most.
 */
export async function fillIndex(
  client: Client,
  { index, column, texts }: Order,
  piece: number,
): Promise<void> {
  await client.batch(
    [`create index ${STAGE}_${column} on ${STAGE} (${column})`, command(index, 'delete-all')],
    'write',
  )
  const { last, heldBack } = await endsOf(client, column)
  let pieces = 0
  let place = FIRST
  while (place !== last) {
    place = await add(client, { index, column, texts, from: place, to: last, limit: piece })
    pieces += 1
  }
  if (pieces > 1) await mergeAll(client, index)
  for (const to of heldBack) {
    place = await add(client, { index, column, texts, from: place, to, limit: 1 })
    await client.execute(setting(index, 'merge', -1))
  }
}

/**
 * The place that the filling goes to, and the places that are added after it one by one.
 *
 * New rows come in small segments on the lowest level, and when there are sixteen on a level, FTS5 merges all that
 * is on it while the writer waits: with a segment of a million rows among them, that would be the fifteenth person
 * who saves a profile, for many seconds. `merge` with a negative number first moves what is on different levels
 * to a higher one together, as it is. There, sixteen come together only after sixteen to the power of the level
 * writes, and until then FTS5 has merged them little by little.
 */
async function endsOf(client: Client, column: string): Promise<{ last: string; heldBack: string[] }> {
  // Places are more than a double can count, so that they travel as texts.
  const { rows } = await client.execute(
    `select cast(${column} as text) as place from ${STAGE} order by ${column} desc limit ${LIFTS + 1}`,
  )
  const [last = FIRST, ...heldBack] = rows.map(({ place }) => String(place)).reverse()
  return { last, heldBack }
}

/** Each of them takes what was there before two levels up. */
const LIFTS = 3

const FIRST = '0'

interface Piece extends Order {
  /** After this place … */
  readonly from: string
  /** … up to and with this one. */
  readonly to: string
  readonly limit: number
}

/** Adds the next documents in one segment, and gives the place of the last of them. */
async function add(client: Client, { index, column, texts, from, to, limit }: Piece): Promise<string> {
  const next = `from ${STAGE} where ${column} > cast(:from as integer) and ${column} <= cast(:to as integer)
    order by ${column} limit :limit`
  const args = { from, to, limit }
  const results = await client.batch(
    [
      setting(index, 'hashsize', ONE_SEGMENT),
      {
        sql: `insert into ${index} (rowid, ${texts}) select ${column}, ${texts} ${next}`,
        args,
      },
      setting(index, 'hashsize', USUAL),
      { sql: `select cast(max(${column}) as text) as place from (select ${column} ${next})`, args },
    ],
    'write',
  )
  return String(results.at(-1)?.rows[0]?.place)
}

/** Bytes that FTS5 may collect in memory before it writes a segment; a million documents need fewer. */
const ONE_SEGMENT = 1_500_000_000
const USUAL = 1_048_576

/** Merges all segments into one, so many pages at a time. */
async function mergeAll(client: Client, index: string): Promise<void> {
  // The first number is negative: to merge everything, and not only where there are many.
  for (let pages = -PAGES; ; pages = PAGES) {
    const changes = 'select total_changes() as changes'
    const [before, , after] = await client.batch([changes, setting(index, 'merge', pages), changes], 'write')
    // What FTS5's documentation says of a merge that found nothing to do.
    if (Number(after?.rows[0]?.changes) - Number(before?.rows[0]?.changes) < 2) return
  }
}

const PAGES = 2_000

function command(index: string, name: string): string {
  return `insert into ${index} (${index}) values ('${name}')`
}

function setting(index: string, name: string, value: number): InStatement {
  return {
    sql: `insert into ${index} (${index}, rank) values ('${name}', cast(? as integer))`,
    args: [value],
  }
}
