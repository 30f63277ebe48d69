import { Refusal } from '../refusal.ts'
import type { DeliveryEvent, DeliveryResponse, Message } from '../store/documents.ts'
import { compareStreamIds } from '../store/stream-id.ts'

const DEFAULT_COUNT = 100

interface Subject {
  readonly message: Message
  /** Milliseconds UTC. */
  readonly at: number
  readonly response?: DeliveryResponse | null
  readonly state?: DeliveryEvent['state']
}

/** How to read each filter's value from a subject. Several values of one filter mean "any of them". */
const FILTERS: Readonly<
  Record<string, (subject: Subject) => readonly (string | number | null | undefined)[]>
> = {
  messageId: ({ message }) => [message.id],
  messageIds: ({ message }) => [message.id],
  url: ({ message }) => [message.url],
  host: ({ message }) => [URL.parse(message.url)?.host, URL.parse(message.url)?.hostname],
  path: ({ message }) => [URL.parse(message.url)?.pathname],
  topicName: ({ message }) => [message.topicName],
  scheduleId: ({ message }) => [message.scheduleId],
  queueName: ({ message }) => [message.queueName],
  callerIp: ({ message }) => [message.callerIp],
  label: ({ message }) => message.labels,
  flowControlKey: ({ message }) => [message.flowControl?.key],
  responseStatus: ({ response }) => [response?.status],
  state: ({ state }) => [state],
}

const COMMON = [
  'fromDate',
  'toDate',
  'callerIp',
  'label',
  'flowControlKey',
  'url',
  'topicName',
  'scheduleId',
  'queueName',
]

/** What each endpoint can be filtered by. */
const ALLOWED = {
  messages: [...COMMON, 'messageIds', 'host', 'path', 'count', 'cursor'],
  deadLetters: [...COMMON, 'messageId', 'dlqIds', 'responseStatus', 'api', 'count', 'cursor'],
  events: [...COMMON, 'messageId', 'messageIds', 'host', 'path', 'state', 'api', 'count', 'cursor'],
}

/** The query of a request. Throws a 400 if it has an unknown filter: a typo must not delete everything. */
export function filtersOf(url: string, endpoint: keyof typeof ALLOWED): URLSearchParams {
  const query = new URL(url).searchParams
  const unknown = [...query.keys()].find((name) => !ALLOWED[endpoint].includes(name))
  if (unknown !== undefined) throw new Refusal(400, `unknown filter: ${unknown}`)
  return query
}

/** Whether a message passes all filters of a query string. Throws a 400 if `fromDate` or `toDate` is no number. */
export function passes(subject: Subject, query: URLSearchParams): boolean {
  if (subject.at < numberIn(query, 'fromDate', 0)) return false
  if (subject.at > numberIn(query, 'toDate', Number.POSITIVE_INFINITY)) return false
  return Object.entries(FILTERS).every(([name, valuesOf]) => {
    const wanted = query.getAll(name)
    return wanted.length === 0 || valuesOf(subject).some((value) => wanted.includes(`${value}`))
  })
}

interface Page<Item> {
  readonly items: Item[]
  /** Where the next page begins. Undefined on the last page. */
  readonly cursor: string | undefined
}

/** One page of items that are sorted newest first, by `count` and `cursor` of the query string. */
export function pageOf<Item extends { readonly id: string }>(
  items: readonly Item[],
  query: URLSearchParams,
): Page<Item> {
  const count = numberIn(query, 'count', DEFAULT_COUNT)
  const after = query.get('cursor')
  const rest = after ? items.filter(({ id }) => compareStreamIds(id, after) < 0) : items
  const page = rest.slice(0, count)
  return { items: page, cursor: rest.length > count ? page.at(-1)?.id : undefined }
}

function numberIn(query: URLSearchParams, name: string, fallback: number): number {
  const given = query.get(name)
  if (given === null || given === '') return fallback
  if (/^\d+$/.test(given)) return Number(given)
  throw new Refusal(400, `invalid ${name}: ${given}`)
}
