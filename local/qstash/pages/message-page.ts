import { html } from 'hono/html'
import { textOf } from '../api/wire.ts'
import type { DeliveryEvent } from '../store/documents.ts'
import { type Html, page, table, time } from './layout.ts'
import { outcome } from './outcome.ts'

const NAMES: Readonly<Record<DeliveryEvent['state'], string>> = {
  CREATED: 'Accepted',
  ACTIVE: 'Sent',
  DELIVERED: 'Delivered',
  ERROR: 'Error',
  RETRY: 'Will be tried again',
  FAILED: 'Moved to the dead letters',
  CANCELED: 'Canceled',
}

/** Everything that is known about a message. `events` are oldest first, and there is at least one. */
export function messagePage([first, ...others]: readonly [DeliveryEvent, ...DeliveryEvent[]]): Html {
  const { message } = first
  const lines: [string, string | null][] = [
    ['To', `${message.method} ${message.url}`],
    ['Schedule', message.scheduleId],
    ['Queue', message.queueName],
    ['URL group', message.topicName],
    ['Labels', message.labels.join(', ')],
    ['Callback', message.callback?.url ?? null],
    ['Failure callback', message.failureCallback?.url ?? null],
    ...Object.entries(message.header).map(([name, values]): [string, string] => [name, values.join(', ')]),
  ]
  const body = textOf(message.body) ?? `${Buffer.from(message.body, 'base64').length} bytes`
  const content = html`
    <header>
      <p><a href="/">QStash</a></p>
      <h1>${message.scheduleId ?? 'Message'}</h1>
      <p>${message.id}</p>
    </header>
    <dl>${lines
      .filter(([, value]) => value !== null && value !== '')
      .map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
    ${table({
      caption: 'History',
      columns: ['When', 'What', 'Response', 'Next try'],
      rows: [first, ...others].map(eventRow),
      empty: '',
    })}
    <h2>Body</h2>
    ${body === '' ? html`<p class="empty">It has no body.</p>` : html`<pre>${body}</pre>`}`
  return page({ title: `${message.scheduleId ?? message.id} · QStash`, content })
}

function eventRow({ at, state, response, nextDelivery }: DeliveryEvent): Html {
  return html`<tr>
    <td>${time(at)}</td>
    <td>${NAMES[state]}</td>
    <td>${outcome(response)}</td>
    <td>${time(nextDelivery)}</td>
  </tr>`
}
