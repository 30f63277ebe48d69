import type {
  DeadLetter,
  DeliveryEvent,
  DeliveryOptions,
  DeliveryResponse,
  Message,
  Queue,
  Schedule,
  UrlGroup,
} from '../store/documents.ts'

// JSON leaves out what is undefined, as QStash does.

export function messageJson(message: Message) {
  return {
    messageId: message.id,
    url: message.url,
    topicName: message.topicName ?? undefined,
    endpointName: message.endpointName ?? undefined,
    ...optionsJson(message),
    ...bodyJson(message.body),
    maxRetries: message.maxRetries,
    notBefore: message.notBefore,
    createdAt: message.createdAt,
    scheduleId: message.scheduleId ?? undefined,
    callerIP: message.callerIp,
  }
}

export function deadLetterJson({ id, message, response }: DeadLetter) {
  return { dlqId: id, ...messageJson(message), ...responseJson(response) }
}

/** The body of an event is always Base64. */
export function eventJson({ at, state, message, response, nextDelivery }: DeliveryEvent) {
  const header = Object.entries(message.header).map(([name, values]) => [name, values.join(',')])
  return {
    ...messageJson(message),
    bodyBase64: undefined,
    body: message.body === '' ? undefined : message.body,
    header: Object.fromEntries(header),
    time: at,
    state,
    nextDeliveryTime: nextDelivery ?? undefined,
    ...(response && { ...responseJson(response), error: errorOf(response) }),
  }
}

export function scheduleJson(schedule: Schedule) {
  const { options } = schedule
  return {
    scheduleId: schedule.id,
    cron: schedule.cron,
    createdAt: schedule.createdAt,
    destination: schedule.destination,
    ...optionsJson(options),
    ...bodyJson(schedule.body),
    retries: options.maxRetries,
    delay: options.delay === 0 ? undefined : options.delay / 1_000,
    callerIP: options.callerIp,
    isPaused: schedule.isPaused,
    lastScheduleTime: schedule.lastRun ?? undefined,
    nextScheduleTime: schedule.nextRun ?? undefined,
    lastScheduleStates: schedule.lastStates,
  }
}

/** `lag` is the number of messages that wait in the queue. */
export function queueJson(queue: Queue, lag: number) {
  return {
    name: queue.id,
    parallelism: queue.parallelism,
    paused: queue.isPaused,
    createdAt: queue.createdAt,
    updatedAt: queue.updatedAt,
    lag,
  }
}

export function urlGroupJson({ id, endpoints, createdAt, updatedAt }: UrlGroup) {
  return { name: id, endpoints, createdAt, updatedAt }
}

function optionsJson(options: DeliveryOptions) {
  const { flowControl, labels } = options
  return {
    method: options.method,
    header: options.header,
    callback: options.callback?.url,
    failureCallback: options.failureCallback?.url,
    retryDelayExpression: options.retryDelay ?? undefined,
    timeout: options.timeout ?? undefined,
    queueName: options.queueName ?? undefined,
    label: labels[0],
    labels: labels.length > 0 ? labels : undefined,
    flowControlKey: flowControl?.key,
    parallelism: flowControl?.parallelism ?? undefined,
    rate: flowControl?.rate ?? undefined,
    period: flowControl?.period ?? undefined,
  }
}

function responseJson({ status, header, body }: DeliveryResponse) {
  const { body: responseBody, bodyBase64: responseBodyBase64 } = bodyJson(body)
  return { responseStatus: status, responseHeader: header, responseBody, responseBodyBase64 }
}

function errorOf({ status, error }: DeliveryResponse): string | undefined {
  if (error !== null) return error
  return status >= 200 && status < 300 ? undefined : `status code ${status}`
}

/** Text as it is, anything else as Base64, nothing if it is empty. */
function bodyJson(base64: string): { body?: string; bodyBase64?: string } {
  if (base64 === '') return {}
  const text = textOf(base64)
  return text === null ? { bodyBase64: base64 } : { body: text }
}

/** Null if the bytes are not UTF-8. */
export function textOf(base64: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'))
  } catch {
    return null
  }
}
