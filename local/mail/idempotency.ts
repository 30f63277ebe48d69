import { createHash } from 'node:crypto'
import { Refusal } from './refusal.ts'

interface Entry {
  readonly request: string
  readonly answer: unknown
  readonly at: number
}

const day = 24 * 60 * 60 * 1000

/** Resend's `Idempotency-Key`: for 24 hours, a repeated request gets the first response and sends nothing. */
export class Idempotency {
  #answered = new Map<string, Entry>()

  /** Throws a Refusal if the key has a wrong length, or was used with another request. */
  answer<T>(
    key: string | undefined,
    endpoint: string,
    body: string,
    now: number,
    send: () => T,
  ): T | unknown {
    if (key === undefined) return send()
    if (key.length < 1 || key.length > 256) {
      throw new Refusal(400, 'invalid_idempotency_key', 'The key must be between 1-256 chars.')
    }
    this.#forgetOld(now)
    const request = createHash('sha256').update(`${endpoint}\n${body}`).digest('hex')
    const before = this.#answered.get(key)
    if (before === undefined) {
      const answer = send()
      this.#answered.set(key, { request, answer, at: now })
      return answer
    }
    if (before.request === request) return before.answer
    throw new Refusal(
      409,
      'invalid_idempotent_request',
      'Same idempotency key used with a different request payload.',
    )
  }

  #forgetOld(now: number): void {
    // A Map is in insertion order, so the first recent entry ends the search.
    for (const [key, { at }] of this.#answered) {
      if (now - at < day) return
      this.#answered.delete(key)
    }
  }
}
