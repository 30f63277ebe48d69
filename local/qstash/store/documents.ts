import * as z from 'zod'

/** Header names as Go writes them (`Content-Type`), because that is how QStash shows them. */
const header = z.record(z.string(), z.array(z.string()))

const callback = z.object({
  url: z.string(),
  /** The `Upstash-Callback-*` headers, as `Upstash-*` headers of the callback's own message. */
  headers: z.record(z.string(), z.string()),
})

const flowControl = z.object({
  key: z.string(),
  parallelism: z.number().nullable(),
  rate: z.number().nullable(),
  /** Seconds. */
  period: z.number().nullable(),
})

/** What the headers of a request say about a message. */
const deliveryOptions = z.object({
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE', 'PATCH']),
  header,
  /** Milliseconds. */
  delay: z.number(),
  maxRetries: z.number(),
  /** An expression that gives milliseconds. Null means the exponential back-off. */
  retryDelay: z.string().nullable(),
  /** Milliseconds. */
  timeout: z.number().nullable(),
  callback: callback.nullable(),
  failureCallback: callback.nullable(),
  labels: z.array(z.string()),
  flowControl: flowControl.nullable(),
  /** `body`, `header`, or `header[Name]`: what logs must not show. */
  redacted: z.array(z.string()),
  queueName: z.string().nullable(),
  callerIp: z.string(),
})

/** A message on its way to one URL. All times are milliseconds UTC of the stand-in's clock. */
export const messageSchema = deliveryOptions.extend({
  id: z.string(),
  url: z.string(),
  /** Base64. */
  body: z.string(),
  createdAt: z.number(),
  notBefore: z.number(),
  nextAttempt: z.number(),
  /** How often it has been tried again. */
  retried: z.number(),
  scheduleId: z.string().nullable(),
  topicName: z.string().nullable(),
  endpointName: z.string().nullable(),
})

const response = z.object({
  /** 0 if there was no response. */
  status: z.number(),
  header,
  /** Base64. */
  body: z.string(),
  /** What went wrong if there was no response. */
  error: z.string().nullable(),
})

export const deadLetterSchema = z.object({ id: z.string(), message: messageSchema, response, at: z.number() })

export const eventSchema = z.object({
  id: z.string(),
  at: z.number(),
  state: z.enum(['CREATED', 'ACTIVE', 'DELIVERED', 'ERROR', 'RETRY', 'FAILED', 'CANCELED']),
  message: messageSchema,
  response: response.nullable(),
  nextDelivery: z.number().nullable(),
})

export const scheduleSchema = z.object({
  id: z.string(),
  cron: z.string(),
  destination: z.string(),
  options: deliveryOptions,
  body: z.string(),
  createdAt: z.number(),
  isPaused: z.boolean(),
  lastRun: z.number().nullable(),
  /** Null if the expression never matches again. */
  nextRun: z.number().nullable(),
  /** The states of the last run's messages, by their ids. */
  lastStates: z.record(z.string(), z.enum(['IN_PROGRESS', 'SUCCESS', 'FAIL'])),
})

export const queueSchema = z.object({
  /** The name. */
  id: z.string(),
  parallelism: z.number(),
  isPaused: z.boolean(),
  createdAt: z.number(),
  updatedAt: z.number(),
})

export const urlGroupSchema = z.object({
  /** The name. */
  id: z.string(),
  endpoints: z.array(z.object({ name: z.string().optional(), url: z.string() })),
  createdAt: z.number(),
  updatedAt: z.number(),
})

/** A deduplication id, and the messages that were accepted with it. */
export const acceptedSchema = z.object({ id: z.string(), messageIds: z.array(z.string()), at: z.number() })

export const settingSchema = z.object({ id: z.string(), value: z.number() })

export type DeliveryOptions = z.infer<typeof deliveryOptions>
export type Message = z.infer<typeof messageSchema>
export type DeliveryResponse = z.infer<typeof response>
export type DeadLetter = z.infer<typeof deadLetterSchema>
export type DeliveryEvent = z.infer<typeof eventSchema>
export type Schedule = z.infer<typeof scheduleSchema>
export type Queue = z.infer<typeof queueSchema>
export type UrlGroup = z.infer<typeof urlGroupSchema>
