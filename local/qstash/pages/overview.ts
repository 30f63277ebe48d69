import { html } from 'hono/html'
import type { DeadLetter, DeliveryEvent, Message, Schedule } from '../store/documents.ts'
import { button, type Html, page, table, time } from './layout.ts'
import { outcome } from './outcome.ts'

const SECONDS_BETWEEN_REFRESHES = 5

interface Props {
  readonly now: number
  readonly isClockMoved: boolean
  /** Where the clock is being moved to at the moment. */
  readonly travelsTo: number | null
  readonly schedules: readonly Schedule[]
  readonly messages: readonly Message[]
  /** Newest first. */
  readonly deadLetters: readonly DeadLetter[]
  /** Newest first. */
  readonly events: readonly DeliveryEvent[]
  readonly refreshes: boolean
  /** If set, only this schedule and its messages are shown. */
  readonly only: string | null
}

export function overviewPage(props: Props): Html {
  const { only, refreshes } = props
  const isShown = ({ scheduleId }: Message) => only === null || scheduleId === only
  const schedules = props.schedules.filter(({ id }) => only === null || id === only)
  const messages = props.messages.filter(isShown)
  const deadLetters = props.deadLetters.filter(({ message }) => isShown(message))
  const deliveries = props.events.filter(
    ({ state, message }) => (state === 'DELIVERED' || state === 'ERROR') && isShown(message),
  )
  const content = html`
    <header>
      ${only !== null && html`<p><a href="/">QStash</a></p>`}
      <h1>${only ?? 'QStash'}</h1>
      <p>The schedules and messages of Parley on this machine. They are delivered to localhost only.</p>
      <p>${clockLine(props)}</p>
      <div class="actions">
        <a href="/clock">Move the clock</a>
        ${props.isClockMoved && button('/clock/reset', 'Back to the real time')}
        <a href="${href(only, !refreshes)}">${refreshes ? 'Stop refreshing' : 'Start refreshing'}</a>
      </div>
    </header>
    ${table({
      caption: 'Schedules',
      columns: ['Schedule', 'When', 'Last run', 'Next run', 'Actions'],
      rows: schedules.map((schedule) => scheduleRow(schedule, refreshes)),
      empty: 'No schedules yet.',
    })}
    ${table({
      caption: 'Dead letters',
      columns: ['Message', 'To', 'Failed', 'Last response', 'Actions'],
      rows: deadLetters.map(deadLetterRow),
      empty: 'Everything was delivered or is still being tried.',
    })}
    ${deadLetters.length > 1 && html`<div class="actions">${button(retryAll(only), 'Try all again')}</div>`}
    ${table({
      caption: 'Waiting messages',
      columns: ['Message', 'To', 'Next try', 'Tries so far'],
      rows: messages.map(messageRow),
      empty: 'No messages are waiting.',
    })}
    ${table({
      caption: 'Deliveries',
      columns: ['Message', 'To', 'When', 'Response', 'Next try'],
      rows: deliveries.map(deliveryRow),
      empty: 'Nothing has been delivered yet.',
    })}`
  return page({ title: only ?? 'QStash', content, refresh: refreshes ? SECONDS_BETWEEN_REFRESHES : null })
}

function href(only: string | null, refreshes: boolean): string {
  const query = new URLSearchParams({
    ...(only !== null && { schedule: only }),
    ...(!refreshes && { refresh: 'off' }),
  })
  return query.size > 0 ? `/?${query}` : '/'
}

function retryAll(only: string | null): string {
  return only === null
    ? '/dead-letters/retry'
    : `/dead-letters/retry?${new URLSearchParams({ schedule: only })}`
}

function clockLine({ now, isClockMoved, travelsTo }: Props): Html {
  if (travelsTo !== null)
    return html`The clock is being moved to ${time(travelsTo)}. It is at ${time(now)} (UTC).`
  return html`It is ${time(now)} (UTC)${isClockMoved ? ', because the clock was moved' : ''}.`
}

function scheduleRow(schedule: Schedule, refreshes: boolean): Html {
  const path = `/schedules/${encodeURIComponent(schedule.id)}`
  const states = Object.values(schedule.lastStates)
  const failed = states.includes('FAIL') ? ', failed' : ''
  return html`<tr>
    <th scope="row"><a href="${href(schedule.id, refreshes)}">${schedule.id}</a><br><span class="who">${schedule.destination}</span></th>
    <td><code>${schedule.cron}</code></td>
    <td>${time(schedule.lastRun)}${failed}</td>
    <td>${schedule.isPaused ? 'Paused' : time(schedule.nextRun)}</td>
    <td class="buttons">
      ${button(`${path}/runs`, 'Run now')}
      ${schedule.isPaused ? button(`${path}/resumption`, 'Resume') : button(`${path}/pause`, 'Pause')}
    </td>
  </tr>`
}

function messageRow(message: Message): Html {
  return html`<tr>
    <th scope="row">${link(message)}</th>
    <td>${message.url}</td>
    <td>${time(message.nextAttempt)}</td>
    <td>${message.retried} of ${message.maxRetries + 1}</td>
  </tr>`
}

function deadLetterRow({ id, message, response, at }: DeadLetter): Html {
  return html`<tr>
    <th scope="row">${link(message)}</th>
    <td>${message.url}</td>
    <td>${time(at)}</td>
    <td>${outcome(response)}</td>
    <td class="buttons">${button(`/dead-letters/${id}/retry`, 'Try again')}</td>
  </tr>`
}

function deliveryRow({ message, at, response, nextDelivery, state }: DeliveryEvent): Html {
  const gaveUp = state === 'ERROR' && nextDelivery === null
  return html`<tr>
    <th scope="row">${link(message)}</th>
    <td>${message.url}</td>
    <td>${time(at)}</td>
    <td>${outcome(response)}</td>
    <td>${gaveUp ? 'None: see the dead letters' : time(nextDelivery)}</td>
  </tr>`
}

function link({ id, scheduleId }: Message): Html {
  return html`<a href="/messages/${id}">${scheduleId ?? id.slice(0, 12)}</a>`
}
