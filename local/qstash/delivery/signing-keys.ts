import { randomBytes } from 'node:crypto'

/** The keys that sign deliveries. Receivers accept both, so that the current one can be replaced at any time. */
export class SigningKeys {
  #current: string
  #next: string

  constructor(current: string, next: string) {
    this.#current = current
    this.#next = next
  }

  get current(): string {
    return this.#current
  }

  /** The next key becomes the current one, and there is a new next key. */
  rotate(): void {
    this.#current = this.#next
    this.#next = `sig_${randomBytes(21).toString('base64url')}`
  }

  toJSON() {
    return { current: this.#current, next: this.#next }
  }
}
