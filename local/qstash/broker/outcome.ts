import { retryDelay } from '../delivery/back-off.ts'
import type { DeliveryResponse, Message, Schedule } from '../store/documents.ts'
import type { Broker } from './broker.ts'
import { publishCallback, publishFailureCallback } from './callbacks.ts'
import { addDeadLetter } from './dead-letters.ts'

/** Records what a try came to: the message is delivered, tried again later, or a dead letter. */
export function recordOutcome(broker: Broker, message: Message, response: DeliveryResponse): void {
  broker.store.together(() => {
    if (isSuccess(response)) deliver(broker, message, response)
    else if (isFinal(message, response)) fail(broker, message, response)
    else retryLater(broker, message, response)
    publishCallback(broker, message, response)
  })
}

function isSuccess({ status }: DeliveryResponse): boolean {
  return status >= 200 && status < 300
}

function isFinal(message: Message, { status, header }: DeliveryResponse): boolean {
  const isNonRetryable = status === 489 && header['Upstash-Nonretryable-Error']?.[0] === 'true'
  return isNonRetryable || message.retried >= message.maxRetries
}

function deliver(broker: Broker, message: Message, response: DeliveryResponse): void {
  const { store, events, clock } = broker
  store.messages.delete(message.id)
  events.record('DELIVERED', message, clock.now(), { response })
  markRun(broker, message, 'SUCCESS')
}

function fail(broker: Broker, message: Message, response: DeliveryResponse): void {
  const { store, events, clock } = broker
  const deadLetterId = addDeadLetter(broker, message, response)
  store.messages.delete(message.id)
  events.record('ERROR', message, clock.now(), { response })
  events.record('FAILED', message, clock.now(), { response })
  markRun(broker, message, 'FAIL')
  publishFailureCallback(broker, message, response, deadLetterId)
}

function retryLater(
  { store, events, clock, backOffFactor }: Broker,
  message: Message,
  response: DeliveryResponse,
): void {
  const now = clock.now()
  const nextDelivery = now + Math.round(retryDelay({ message, response, now, factor: backOffFactor }))
  store.messages.put({ ...message, retried: message.retried + 1, nextAttempt: nextDelivery })
  events.record('ERROR', message, now, { response, nextDelivery })
  events.record('RETRY', message, now, { nextDelivery })
}

function markRun({ store }: Broker, message: Message, state: Schedule['lastStates'][string]): void {
  const schedule = message.scheduleId === null ? undefined : store.schedules.get(message.scheduleId)
  if (schedule === undefined || !(message.id in schedule.lastStates)) return
  store.schedules.put({ ...schedule, lastStates: { ...schedule.lastStates, [message.id]: state } })
}
