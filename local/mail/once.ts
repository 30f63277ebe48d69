import { createHash } from 'node:crypto'
import { Refusal } from './refusal.ts'

interface Answered {
  readonly request: string
  readonly answer: unknown
  readonly at: number
}

const day = 24 * 60 * 60 * 1000

/** Resend's `Idempotency-Key`: for 24 hours the same request gets the same answer and no second effect. */
export class Once {
  #answered = new Map<string, Answered>()

  /** Throws a Refusal for a key of the wrong length, or one that came with another request. */
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
    // A Map keeps the order of insertion: the first young one ends the search.
    for (const [key, { at }] of this.#answered) {
      if (now - at < day) return
      this.#answered.delete(key)
    }
  }
}
