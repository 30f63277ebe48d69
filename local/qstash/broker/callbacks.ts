import { parseOptions } from '../headers/options.ts'
import { Refusal } from '../refusal.ts'
import type { DeliveryOptions, DeliveryResponse, Message } from '../store/documents.ts'
import type { Broker } from './broker.ts'
import { publish } from './publish.ts'

/** Publishes the response to the callback URL, after every try. */
export function publishCallback(broker: Broker, message: Message, response: DeliveryResponse): void {
  send(broker, message, message.callback, report(message, response))
}

/** Publishes the last response to the failure callback URL. */
export function publishFailureCallback(
  broker: Broker,
  message: Message,
  response: DeliveryResponse,
  deadLetterId: string,
): void {
  send(broker, message, message.failureCallback, { ...report(message, response), dlqId: deadLetterId })
}

function send(broker: Broker, message: Message, callback: DeliveryOptions['callback'], body: object): void {
  if (callback === null) return
  const options = parseOptions(new Headers(callback.headers), broker.clock.now())
  const hasRetries = new Headers(callback.headers).has('Upstash-Retries')
  try {
    publish(broker, {
      destination: callback.url,
      options: {
        ...options,
        maxRetries: hasRetries ? options.maxRetries : message.maxRetries,
        header: { ...options.header, 'Content-Type': ['application/json'] },
        labels: message.labels,
      },
      body: Buffer.from(JSON.stringify(body)),
    })
  } catch (error) {
    // The daily quota is used up. The message itself has been dealt with.
    if (!(error instanceof Refusal)) throw error
  }
}

function report(message: Message, response: DeliveryResponse) {
  return {
    status: response.status,
    header: response.header,
    body: response.body,
    retried: message.retried,
    maxRetries: message.maxRetries,
    sourceMessageId: message.id,
    url: message.url,
    method: message.method,
    sourceHeader: message.header,
    sourceBody: message.body,
    notBefore: `${message.notBefore}`,
    createdAt: `${message.createdAt}`,
    callerIP: message.callerIp,
    ...(message.topicName !== null && { topicName: message.topicName }),
    ...(message.endpointName !== null && { endpointName: message.endpointName }),
    ...(message.scheduleId !== null && { scheduleId: message.scheduleId }),
    ...(response.error !== null && { error: response.error }),
  }
}
