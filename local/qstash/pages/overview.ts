import { html } from 'hono/html'
import type { DeadLetter, DeliveryEvent, Message, Schedule } from '../store/documents.ts'
import { button, type Html, page, table, time } from './layout.ts'
import { outcome } from './outcome.ts'

const SECONDS_BETWEEN_REFRESHES = 5
const MAX_ROWS = 50

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
}

export function overviewPage(props: Props): Html {
  const { schedules, messages, deadLetters, events, refreshes } = props
  const deliveries = events.filter(({ state }) => state === 'DELIVERED' || state === 'ERROR')
  const content = html`
    <header>
      <h1>QStash</h1>
      <p>The schedules and messages of Parley on this machine. They are delivered to localhost only.</p>
      <p>${clockLine(props)}</p>
      <div class="actions">
        <a href="/clock">Move the clock</a>
        ${props.isClockMoved && button('/clock/reset', 'Back to the real time')}
        <a href="${refreshes ? '/?refresh=off' : '/'}">${refreshes ? 'Stop refreshing' : 'Start refreshing'}</a>
      </div>
    </header>
    ${table(
      'Schedules',
      ['Schedule', 'When', 'Last run', 'Next run', 'Actions'],
      schedules.map(scheduleRow),
      'No schedules yet.',
    )}
    ${table(
      'Waiting messages',
      ['Message', 'To', 'Next try', 'Tries so far'],
      messages.slice(0, MAX_ROWS).map(messageRow),
      'No messages are waiting.',
    )}
    ${table(
      'Dead letters',
      ['Message', 'To', 'Failed', 'Last response', 'Actions'],
      deadLetters.slice(0, MAX_ROWS).map(deadLetterRow),
      'Everything was delivered or is still being tried.',
    )}
    ${table(
      'Deliveries',
      ['Message', 'To', 'When', 'Response', 'Next try'],
      deliveries.slice(0, MAX_ROWS).map(deliveryRow),
      'Nothing has been delivered yet.',
    )}`
  return page({ title: 'QStash', content, refresh: refreshes ? SECONDS_BETWEEN_REFRESHES : null })
}

function clockLine({ now, isClockMoved, travelsTo }: Props): Html {
  if (travelsTo !== null)
    return html`The clock is being moved to ${time(travelsTo)}. It is at ${time(now)} (UTC).`
  return html`It is ${time(now)} (UTC)${isClockMoved ? ', because the clock was moved' : ''}.`
}

function scheduleRow(schedule: Schedule): Html {
  const path = `/schedules/${encodeURIComponent(schedule.id)}`
  const states = Object.values(schedule.lastStates)
  const failed = states.includes('FAIL') ? ', failed' : ''
  return html`<tr>
    <th scope="row">${schedule.id}<br><span class="who">${schedule.destination}</span></th>
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
