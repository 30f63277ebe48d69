import type { RowsOf, Select } from './database.ts'

type Read = (selects: readonly Select[]) => Promise<unknown[]>

interface Rider {
  readonly make: () => Select | null
  readonly goes: () => boolean
  /** Null until its round trip has begun. */
  rows: Promise<unknown> | null
}

/** The ways to the rows of a select that may have gone along; null where it was not made. */
export interface Along<Rows> {
  /** As they came, or in a round trip of their own where it did not go along. */
  readonly rows: () => Promise<Rows | null>
  /** As they are now, in a round trip of their own. */
  readonly anew: () => Promise<Rows | null>
}

/** Selects that wait for somebody else's round trip; see `along` of `Database`. */
export class Riders {
  readonly #read: Read
  readonly #waiting: Rider[] = []

  constructor(read: Read) {
    this.#read = read
  }

  add<Rows>(make: () => Select<Rows> | null, goes: () => boolean): Along<Rows> {
    const rider: Rider = { make, goes, rows: null }
    this.#waiting.push(rider)
    const rows = async () => (await rider.rows) as Rows | null
    const anew = async () => {
      await this.#run([], [rider])
      return rows()
    }
    return { rows: () => (rider.rows === null ? anew() : rows()), anew }
  }

  /** Reads these, and what waits to go along. */
  readWith<const Selects extends readonly Select[]>(selects: Selects): Promise<RowsOf<Selects>> {
    const riders = this.#waiting.splice(0).filter((rider) => rider.rows === null && rider.goes())
    return this.#run(selects, riders)
  }

  async #run<const Selects extends readonly Select[]>(
    selects: Selects,
    riders: readonly Rider[],
  ): Promise<RowsOf<Selects>> {
    const all: Select[] = [...selects]
    const places = riders.map(({ make }) => {
      const select = make()
      return select && all.push(select) - 1
    })
    const reading = all.length > 0 ? this.#read(all) : Promise.resolve([])
    for (const [index, rider] of riders.entries()) {
      const place = places[index] ?? null
      rider.rows = place === null ? Promise.resolve(null) : reading.then((rows) => rows[place])
      // Whoever asks for the rows hears of it; perhaps nobody does.
      rider.rows.catch(() => undefined)
    }
    return (await reading).slice(0, selects.length) as RowsOf<Selects>
  }
}
