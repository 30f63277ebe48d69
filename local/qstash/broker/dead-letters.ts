import { Refusal } from '../refusal.ts'
import type { DeadLetter, DeliveryResponse, Message } from '../store/documents.ts'
import { nextStreamId } from '../store/stream-id.ts'
import type { Broker } from './broker.ts'
import { accept } from './publish.ts'

/** Keeps a message that could not be delivered, and returns its id there. */
export function addDeadLetter(
  { store, clock }: Broker,
  message: Message,
  response: DeliveryResponse,
): string {
  const id = nextStreamId(clock.now(), store.deadLetters.all().at(-1)?.id)
  store.deadLetters.put({ id, message, response, at: clock.now() })
  return id
}

/** Throws a 404 if there is none. */
export function findDeadLetter({ store }: Broker, id: string): DeadLetter {
  const deadLetter = store.deadLetters.get(id)
  if (deadLetter === undefined) throw new Refusal(404, `message ${id} not found in the dlq`)
  return deadLetter
}

/** Publishes the message again as a new one, removes it from the dead letters, and returns its new id. */
export function retryDeadLetter(broker: Broker, id: string): string {
  const { message } = findDeadLetter(broker, id)
  const { url, topicName, endpointName, scheduleId, body, ...options } = message
  const [accepted] = accept(
    broker,
    {
      options: { ...options, delay: 0 },
      body: Buffer.from(body, 'base64'),
      ...(scheduleId !== null && { scheduleId }),
    },
    [{ url, topicName, endpointName }],
  )
  if (accepted === undefined) throw new Error('A message for one URL was not accepted')
  broker.store.deadLetters.delete(id)
  return accepted.messageId
}
