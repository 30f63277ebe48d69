import type { RowsOf, Select } from './select.ts'

export interface Prefetched<Rows> {
  /** The rows. Reads them now if no other read has sent the select yet. */
  readonly rows: () => Promise<Rows>
}

interface Queued {
  readonly select: Select
  readonly rows: PromiseWithResolvers<unknown>
}

type Send = (selects: readonly Select[]) => Promise<unknown[]>

/** Selects that share the round trip of the next read; see docs/decisions/0003-prefetch.md. */
export class PrefetchQueue {
  readonly #send: Send
  #queue: Queued[] = []

  constructor(send: Send) {
    this.#send = send
  }

  /** Queues a select to be sent with the next `read()`. If that fails, both fail. */
  add<Rows>(select: Select<Rows>): Prefetched<Rows> {
    const queued: Queued = { select, rows: Promise.withResolvers() }
    // If nobody asks for the rows, a failure must not count as an unhandled rejection.
    queued.rows.promise.catch(() => undefined)
    this.#queue.push(queued)
    return {
      rows: async () => {
        if (this.#queue.includes(queued)) await this.read([])
        return (await queued.rows.promise) as Rows
      },
    }
  }

  /** Reads these selects and the queued ones in one round trip. */
  async read<const Selects extends readonly Select[]>(selects: Selects): Promise<RowsOf<Selects>> {
    const queued = this.#queue
    this.#queue = []
    try {
      const results = await this.#send([...selects, ...queued.map(({ select }) => select)])
      for (const [index, { rows }] of queued.entries()) rows.resolve(results[selects.length + index])
      return results.slice(0, selects.length) as RowsOf<Selects>
    } catch (error) {
      for (const { rows } of queued) rows.reject(error)
      throw error
    }
  }
}

/** The rows of a select that joins the round trip of the next read. A select that is null has none. */
export function prefetchRows<Row>(
  { prefetch }: { readonly prefetch: <Rows>(select: Select<Rows>) => Prefetched<Rows> },
  select: Select<readonly Row[]> | null | undefined,
): () => Promise<readonly Row[]> {
  const queued = select ? prefetch(select) : null
  return async () => (queued ? queued.rows() : [])
}
