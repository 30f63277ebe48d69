/** A message to a Google Chat space or a phone. */
export interface Text {
  readonly id: string
  readonly channel: 'chat' | 'sms'
  /** Milliseconds UTC. */
  readonly at: number
  /** A space's id or a phone number. */
  readonly to: string
  readonly text: string
}

const MAX_TEXTS = 1_000

/** The last thousand texts, newest first. */
export class Texts {
  #texts: Text[] = []

  add(text: Text): void {
    this.#texts.unshift(text)
    this.#texts.length = Math.min(this.#texts.length, MAX_TEXTS)
  }

  all(): readonly Text[] {
    return [...this.#texts]
  }

  clear(): void {
    this.#texts = []
  }
}
