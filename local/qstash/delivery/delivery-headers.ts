import type { Message } from '../store/documents.ts'

interface Context {
  readonly signature: string
  /** Milliseconds UTC if the stand-in's clock was moved, else null. */
  readonly pretendedNow: number | null
}

/** What the destination receives: the forwarded headers, and QStash's own. */
export function deliveryHeaders(
  message: Message,
  { signature, pretendedNow }: Context,
): Record<string, string | string[]> {
  return {
    'User-Agent': 'Upstash-QStash',
    ...message.header,
    'Upstash-Signature': signature,
    'Upstash-Message-Id': message.id,
    'Upstash-Retried': `${message.retried}`,
    'Upstash-Caller-Ip': message.callerIp,
    ...optional('Upstash-Schedule-Id', message.scheduleId),
    ...optional('Upstash-Queue-Name', message.queueName),
    ...optional('Upstash-Topic-Name', message.topicName),
    ...optional('Upstash-Endpoint-Name', message.endpointName),
    ...optional('Upstash-Label', message.labels.length > 0 ? message.labels.join(',') : null),
    ...optional('Parley-Now', pretendedNow === null ? null : `${pretendedNow}`),
  }
}

function optional(name: string, value: string | null): Record<string, string> {
  return value === null ? {} : { [name]: value }
}
