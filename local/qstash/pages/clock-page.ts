import { html } from 'hono/html'
import { MAX_RUNS } from '../broker/time-travel.ts'
import { button, type Html, page, time } from './layout.ts'

interface Props {
  readonly now: number
  readonly isMoved: boolean
  readonly error?: string
}

export function clockPage({ now, isMoved, error }: Props): Html {
  const content = html`
    <header>
      <p><a href="/">QStash</a></p>
      <h1>Move the clock</h1>
      <p>It is ${time(now)} (UTC)${isMoved ? ', because the clock was moved' : ''}.</p>
    </header>
    ${error !== undefined && html`<p class="error" role="alert">${error}</p>`}
    <form method="post" action="/clock" class="clock">
      <label for="to">Move it to (UTC)</label>
      <input id="to" name="to" type="datetime-local" step="1" required value="${inputValue(firstOfNextMonth(now))}">
      <button>Move</button>
    </form>
    <p>Everything that is due until then is delivered in order, each at its own time. A schedule that would run more
      than ${MAX_RUNS} times runs only the last ${MAX_RUNS} times. The app is told the time in the header
      <code>Parley-Now</code>.</p>
    <p>If you move it back, nothing is delivered, and schedules continue with their next run from there.</p>
    ${isMoved && html`<div class="actions">${button('/clock/reset', 'Back to the real time')}</div>`}`
  return page({ title: 'Move the clock · QStash', content })
}

/** A `datetime-local` value, read as UTC, in milliseconds. Null if it is none. */
export function parseMoment(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text)) return null
  const moment = Date.parse(`${text}Z`)
  return Number.isNaN(moment) ? null : moment
}

/** In the evening, when it is morning on the 1st in every time zone or has been. */
function firstOfNextMonth(now: number): number {
  const date = new Date(now)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1, 20)
}

function inputValue(moment: number): string {
  return new Date(moment).toISOString().slice(0, 19)
}
