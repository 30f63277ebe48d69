import type { Broker } from './broker.ts'

/** Cancels a message, even if it is just being delivered. Returns whether there was one. */
export function cancelMessage(broker: Broker, id: string): boolean {
  const { store, events, clock } = broker
  const message = store.messages.get(id)
  if (message === undefined) return false

  store.messages.delete(id)
  events.record('CANCELED', message, clock.now())
  broker.wake()
  return true
}
