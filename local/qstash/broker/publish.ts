import { randomUUID } from 'node:crypto'
import { checkUrl } from '../headers/destination.ts'
import { LIMITS, overQuota } from '../headers/options.ts'
import { Refusal } from '../refusal.ts'
import type { DeliveryOptions, Message } from '../store/documents.ts'
import type { Broker } from './broker.ts'

export interface Publication {
  /** A URL, or the name of a URL group. */
  readonly destination: string
  readonly options: DeliveryOptions
  readonly body: Buffer
  /** Of several publications with the same id only the first is delivered. */
  readonly deduplicationId?: string | null
  readonly scheduleId?: string
}

interface Accepted {
  readonly messageId: string
  readonly url: string
  readonly deduplicated?: true
}

/** One message, or one for each endpoint of a URL group. */
export type Published = Accepted | readonly Accepted[]

export interface Target {
  readonly url: string
  readonly topicName: string | null
  readonly endpointName: string | null
}

/** Accepts a message. Throws a 400 for an unusable destination, a 412 for too many bytes, a 429 for too many messages. */
export function publish(broker: Broker, publication: Publication): Published {
  const targets = checkPublication(broker, publication)
  const accepted = findDuplicate(broker, publication, targets) ?? accept(broker, publication, targets)
  const [first] = accepted
  return isGroup(targets) || first === undefined ? accepted : first
}

/** Returns where a message would go to. Throws a 400 or a 412 as `publish` does. */
export function checkPublication(broker: Broker, { destination, body }: Publication): readonly Target[] {
  if (body.length > LIMITS.maxMessageBytes) {
    throw overQuota('maxMessageSize', LIMITS.maxMessageBytes, body.length)
  }
  return targetsOf(broker, destination)
}

/** The URLs behind a destination. Throws a 400 if it is neither a URL on this machine nor a URL group. */
export function targetsOf({ store }: Broker, destination: string): readonly Target[] {
  const group = store.urlGroups.get(destination)
  if (group === undefined) {
    if (/^api\//.test(destination)) throw new Refusal(400, `the local QStash does not have ${destination}`)
    return [{ url: checkUrl(destination), topicName: null, endpointName: null }]
  }
  return group.endpoints.map(({ url, name }) => ({ url, topicName: group.id, endpointName: name ?? null }))
}

function isGroup(targets: readonly Target[]): boolean {
  return targets[0]?.topicName !== null
}

/** What was accepted before with the same deduplication id, if that is recent enough. */
function findDuplicate(
  { store, clock, deduplicationWindow }: Broker,
  { deduplicationId }: Publication,
  targets: readonly Target[],
): Accepted[] | null {
  if (deduplicationId === undefined || deduplicationId === null) return null
  const before = store.accepted.get(deduplicationId)
  if (before === undefined || clock.now() - before.at >= deduplicationWindow) return null
  return before.messageIds.map((messageId, index) => ({
    messageId,
    url: targets[index]?.url ?? '',
    deduplicated: true,
  }))
}

/** Accepts a message for URLs that were checked before. Throws a 429. */
export function accept(
  broker: Broker,
  publication: Omit<Publication, 'destination'>,
  targets: readonly Target[],
): Accepted[] {
  const { store, events, clock, quota } = broker
  const now = clock.now()
  for (const _ of targets) quota.use(now)

  const messages = targets.map((target) => newMessage(publication, target, now))
  store.together(() => {
    for (const message of messages) {
      store.messages.put(message)
      events.record('CREATED', message, now)
    }
    rememberQueue(broker, publication.options.queueName)
    rememberAccepted(broker, publication.deduplicationId, messages)
  })
  broker.wake()
  return messages.map(({ id, url }) => ({ messageId: id, url }))
}

function newMessage(
  { options, body, scheduleId }: Omit<Publication, 'destination'>,
  target: Target,
  now: number,
): Message {
  const notBefore = now + options.delay
  return {
    ...options,
    ...target,
    id: `msg_${randomUUID().replaceAll('-', '')}`,
    body: body.toString('base64'),
    createdAt: now,
    notBefore,
    nextAttempt: notBefore,
    retried: 0,
    scheduleId: scheduleId ?? null,
  }
}

/** A queue that does not exist yet is created with a parallelism of 1. */
function rememberQueue({ store, clock }: Broker, name: string | null): void {
  if (name === null || store.queues.get(name) !== undefined) return
  const now = clock.now()
  store.queues.put({ id: name, parallelism: 1, isPaused: false, createdAt: now, updatedAt: now })
}

function rememberAccepted(
  { store, clock, deduplicationWindow }: Broker,
  id: string | null | undefined,
  messages: readonly Message[],
): void {
  const now = clock.now()
  for (const old of store.accepted.all()) {
    if (now - old.at >= deduplicationWindow) store.accepted.delete(old.id)
  }
  if (id !== undefined && id !== null) {
    store.accepted.put({ id, messageIds: messages.map((message) => message.id), at: now })
  }
}
