import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

/** How a provider fails. */
export type Fault =
  /** Answers with this status, and accepts nothing. `retryAfter` is in seconds. */
  | { readonly status: number; readonly retryAfter?: number }
  /** Never answers. */
  | 'hang'
  /** Closes the connection without an answer. */
  | 'drop'
  /** Accepts the message, and then closes the connection. */
  | 'lose_answer'

/** The faults of chosen recipients: e-mail addresses, spaces or phone numbers. Tests set them. */
export class Faults {
  readonly #byRecipient = new Map<string, { fault: Fault; times: number }>()

  /** Lets the next messages to a recipient fail. `*` stands for everybody. */
  set(recipient: string, fault: Fault, times = Number.POSITIVE_INFINITY): void {
    this.#byRecipient.set(recipient.toLowerCase(), { fault, times })
  }

  clear(): void {
    this.#byRecipient.clear()
  }

  /**
   * Answers instead of `accept` if one of the recipients has a fault. `explain` gives the body of an error response, as
   * the provider words it.
   */
  async answer(
    c: Context,
    recipients: readonly string[],
    explain: (status: number) => object,
    accept: () => Response | Promise<Response>,
  ): Promise<Response> {
    const fault = this.#take(recipients)
    if (fault === null) return accept()
    switch (fault) {
      case 'hang':
        return new Promise(() => {})
      case 'drop':
        return drop(c)
      case 'lose_answer':
        await accept()
        return drop(c)
      default: {
        const { status, retryAfter } = fault
        const headers = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }
        return Response.json(explain(status), { status, headers })
      }
    }
  }

  #take(recipients: readonly string[]): Fault | null {
    for (const recipient of [...recipients, '*']) {
      const found = this.#byRecipient.get(recipient.toLowerCase())
      if (found === undefined || found.times <= 0) continue
      found.times -= 1
      return found.fault
    }
    return null
  }
}

function drop(c: Context): Promise<Response> {
  const { outgoing } = c.env as HttpBindings
  outgoing.destroy()
  return new Promise(() => {})
}
