import type { Client } from '@libsql/client/http'
import { FIGURES } from '../../src/platform/figures/table.ts'
import { NEW } from './build.ts'

/** A figure that is not what counting gives. 0 where there is no row. */
export interface Difference {
  /** 0 for the whole platform. */
  readonly ownerId: number
  /** In days since 1970. 0 for a figure about now. */
  readonly day: number
  readonly figure: string
  readonly dimension: string
  readonly was: number
  readonly is: number
}

/** How many differences are listed. All are counted and corrected. */
const LISTED = 20

/**
 * Compares the figures in use with the new ones, `piece` owners at a time. Triggers keep both exact in the meantime, so
 * whatever differs was wrong before.
 */
export async function compareFigures(
  client: Client,
  piece: number,
): Promise<{ count: number; listed: Difference[] }> {
  const { rows: last } = await client.execute(
    `select max((select max(owner_id) from ${FIGURES}), (select max(owner_id) from ${NEW})) as id`,
  )
  let count = 0
  const listed: Difference[] = []
  for (let from = 0; from <= Number(last[0]?.id); from += piece) {
    const { rows } = await client.execute({ sql: DIFFERENCES, args: { from, to: from + piece } })
    count += rows.length
    for (const row of rows.slice(0, LISTED - listed.length)) {
      listed.push({
        ownerId: Number(row.owner_id),
        day: Number(row.day),
        figure: String(row.figure),
        dimension: String(row.dimension),
        was: Number(row.was),
        is: Number(row.value),
      })
    }
  }
  return { count, listed }
}

const DIFFERENCES = `
  select owner_id, day, figure, dimension, sum(was) as was, sum(value) as value from (
    select owner_id, day, figure, dimension, value as was, 0 as value from ${FIGURES}
      where owner_id >= :from and owner_id < :to
    union all select owner_id, day, figure, dimension, 0, value from ${NEW}
      where owner_id >= :from and owner_id < :to)
  group by owner_id, day, figure, dimension having sum(was) <> sum(value)`
