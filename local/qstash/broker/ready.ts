import type { Message } from '../store/documents.ts'
import type { Store } from '../store/store.ts'

/**
 * The messages that may be sent as soon as their time has come, which may be in the future. A queue lets only its first
 * messages through, in order, as many as its parallelism says; one that waits for its next try holds up the others.
 */
export function readyMessages(store: Store, inFlight: ReadonlySet<string>, now: number): Message[] {
  const inQueue = new Counts()
  const inFlow = new Counts()
  const messages = store.messages.all()
  for (const { id, flowControl } of messages) {
    if (flowControl !== null && inFlight.has(id)) inFlow.add(flowControl.key)
  }

  return messages.filter((message) => {
    const { id, queueName, flowControl, notBefore } = message
    // A delayed message takes its place in the queue when its delay is over.
    if (queueName !== null && notBefore <= now) {
      const queue = store.queues.get(queueName)
      if (queue?.isPaused || inQueue.add(queueName) > (queue?.parallelism ?? 1)) return false
    }
    if (inFlight.has(id)) return false
    const parallelism = flowControl?.parallelism ?? null
    if (flowControl === null || parallelism === null || notBefore > now) return true
    return inFlow.add(flowControl.key) <= parallelism
  })
}

class Counts {
  readonly #counts = new Map<string, number>()

  /** Counts one more and returns the new number. */
  add(key: string): number {
    const count = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, count)
    return count
  }
}
