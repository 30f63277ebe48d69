import { randomUUID } from 'node:crypto'
import type { Connection } from './connection.ts'
import type { Database } from './database.ts'
import { ProtocolError } from './errors.ts'

/** One client's session: one pipeline request, or several that are connected by batons. */
export interface Stream {
  /** Undefined once the stream is closed. */
  connection: Connection | undefined
  readonly sqls: Map<number, string>
}

interface Parked {
  stream: Stream
  expiry: NodeJS.Timeout
}

/** The open streams of a database, by the baton of their next request. */
export class Streams {
  readonly #database: Database
  readonly #batonLifetime: number
  readonly #parked = new Map<string, Parked>()

  /** `batonLifetime` is in ms. */
  constructor(database: Database, batonLifetime: number) {
    this.#database = database
    this.#batonLifetime = batonLifetime
  }

  /** A new stream, or the stream of this baton. Throws if the baton is unknown or was used before. */
  open(baton: string | null | undefined): Stream {
    if (!baton) return { connection: this.#database.acquire(), sqls: new Map() }

    const parked = this.#parked.get(baton)
    if (!parked) throw new ProtocolError('The baton is unknown or was used before, or its stream has expired')
    clearTimeout(parked.expiry)
    this.#parked.delete(baton)
    return parked.stream
  }

  /** Keeps the stream and returns the baton for its next request, or null if the stream is closed. */
  park(stream: Stream): string | null {
    if (!stream.connection) return null

    const baton = randomUUID()
    const expiry = setTimeout(() => {
      this.#parked.delete(baton)
      this.close(stream)
    }, this.#batonLifetime)
    this.#parked.set(baton, { stream, expiry })
    return baton
  }

  /** Closes the stream and rolls back its open transaction. */
  close(stream: Stream): void {
    const { connection } = stream
    stream.connection = undefined
    if (connection) this.#database.release(connection)
  }

  closeAll(): void {
    for (const { stream, expiry } of this.#parked.values()) {
      clearTimeout(expiry)
      this.close(stream)
    }
    this.#parked.clear()
  }
}
