import { randomUUID } from 'node:crypto'
import type { Collection } from './collection.ts'
import type { DeliveryEvent, DeliveryResponse, Message } from './documents.ts'
import { nextStreamId } from './stream-id.ts'

const MAX_EVENTS = 2_000

interface Details {
  readonly response?: DeliveryResponse
  /** Milliseconds UTC. */
  readonly nextDelivery?: number
}

/** What happened to the messages: the newest two thousand events. */
export class EventLog {
  readonly #events: Collection<DeliveryEvent>
  #last: string | undefined

  constructor(events: Collection<DeliveryEvent>) {
    this.#events = events
    this.#last = events.all().at(-1)?.id
  }

  record(state: DeliveryEvent['state'], message: Message, at: number, details: Details = {}): void {
    const id = nextStreamId(at, this.#last)
    this.#last = id
    const { response = null, nextDelivery = null } = details
    this.#events.put({ id, at, state, message: redact(message), response, nextDelivery })
    for (
      let first = this.#events.first();
      first && this.#events.size > MAX_EVENTS;
      first = this.#events.first()
    ) {
      this.#events.delete(first.id)
    }
  }

  /** Newest first. */
  all(): DeliveryEvent[] {
    return this.#events.all().reverse()
  }
}

/** Replaces what `Upstash-Redact-Fields` names by a random text, because a hash of something short can be guessed. */
function redact(message: Message): Message {
  const { redacted } = message
  if (redacted.length === 0) return message

  const hidden = () => `REDACTED:${randomUUID()}`
  const isHidden = (name: string) =>
    redacted.includes('header') ||
    redacted.some((field) => field.toLowerCase() === `header[${name.toLowerCase()}]`)
  const header = Object.entries(message.header).map(([name, values]) => [
    name,
    isHidden(name) ? [hidden()] : values,
  ])
  const body = redacted.includes('body') ? Buffer.from(hidden()).toString('base64') : message.body
  return { ...message, header: Object.fromEntries(header), body }
}
