import {
  exactTime,
  formatDay,
  formatMonth,
  formatTime,
  type TimeStyle,
  timeLeft,
} from '../../shared/format.ts'
import { dayAt } from '../../shared/time.ts'
import { timeZoneName } from '../../shared/time-zones/time-zones.ts'
import { type Locale, useLocale } from './locale.ts'

type Props = {
  /** Milliseconds UTC. */
  at: number
  as?: TimeStyle | undefined
}

/** A moment in the viewer's time zone, with the exact time on hover. A line ends at most between day and time. */
export const Time = ({ at, as = 'datetime' }: Props) => {
  const { now, timeZone } = useLocale()
  const attributes = { datetime: new Date(at).toISOString(), title: exactTime(at, timeZone) }
  const text = formatTime(at, now, timeZone, as)
  if (as !== 'datetime')
    return (
      <time class="nowrap" {...attributes}>
        {text}
      </time>
    )
  const clock = text.lastIndexOf(', ') + 2
  return (
    <time {...attributes}>
      <span class="nowrap">{text.slice(0, clock - 1)}</span> <span class="nowrap">{text.slice(clock)}</span>
    </time>
  )
}

/** The day of a moment, `at` in milliseconds UTC, in the viewer's time zone. For long lists, where nobody needs its time. */
export function dayText(at: number, { now, timeZone }: Locale): string {
  return formatTime(at, now, timeZone, 'date')
}

/** A calendar day, `YYYY-MM-DD`. It is the same in every time zone. */
export const Day = ({ day }: { day: string }) => {
  const { now, timeZone } = useLocale()
  return (
    <time class="nowrap" datetime={day}>
      {formatDay(day, dayAt(now, timeZone))}
    </time>
  )
}

/** "(New York time)", beside days that are meant in a time zone which may not be the viewer's. */
export const Zone = ({ of: timeZone }: { of: string }) => (
  <span class="time-zone">({timeZoneName(timeZone)})</span>
)

/** The month of a moment. */
export const Month = ({ at }: { at: number }) => {
  const { timeZone } = useLocale()
  return <time datetime={dayAt(at, timeZone).slice(0, 7)}>{formatMonth(at, timeZone)}</time>
}

/** The time until a deadline: "41 hours left", with the exact deadline on hover. */
export const TimeLeft = ({ until }: { until: number }) => {
  const { now, timeZone } = useLocale()
  return (
    <time class="time-left" datetime={new Date(until).toISOString()} title={exactTime(until, timeZone)}>
      {timeLeft(until, now)}
    </time>
  )
}
