import { Client } from '@upstash/qstash'
import type { Env } from '../../env.ts'

export interface QueueMessage {
  /** A path within Parley that answers signed POSTs. */
  readonly path: string
  readonly body: unknown
  /** Messages with the same id within ten minutes are delivered once. Letters, digits, `-` and `_`. */
  readonly deduplicationId: string
}

/** Sends messages to ourselves through QStash, which tries again if we fail. */
export interface Queue {
  /** Throws `QstashError` if QStash does not take the message. */
  publish(message: QueueMessage): Promise<void>
}

type QueueSettings = Pick<Env, 'PUBLIC_URL' | 'QSTASH_URL' | 'QSTASH_TOKEN'>

/** Null if the clock is off: there is no token. */
export function openQueue(env: QueueSettings): Queue | null {
  const client = openQstash(env)
  if (!client) return null
  return {
    async publish({ path, body, deduplicationId }) {
      await client.publishJSON({ url: new URL(path, env.PUBLIC_URL).href, body, deduplicationId })
    },
  }
}

/** QStash's own client. Null without a token. */
export function openQstash({ QSTASH_URL, QSTASH_TOKEN }: QueueSettings): Client | null {
  if (QSTASH_TOKEN === undefined) return null
  return new Client({
    baseUrl: QSTASH_URL,
    token: QSTASH_TOKEN,
    devMode: false,
    enableTelemetry: false,
    // A job that cannot queue its next chunk fails, and QStash then tries the whole job again.
    retry: { retries: 1, backoff: () => 200 },
  })
}
