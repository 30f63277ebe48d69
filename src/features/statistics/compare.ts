import { counted } from '../../shared/format.ts'
import { answerTimeKeys, answerTimes } from '../ad-requests/rows/answer-time.ts'
import { type Change, changeOf } from '../reports/figures/change.ts'
import { type FigureStyle, formatFigure, NO_FIGURE } from '../reports/figures/format-figure.ts'
import type { PeriodFigure } from './figures.ts'
import { periods } from './period.ts'
import type { FigureValues } from './values.ts'

/** A figure as a reader sees it. */
export interface ComparedFigure {
  readonly text: string
  /** How many requests it is calculated from. Null if the number says so, or if there are none. */
  readonly basis: string | null
  /** Null if there is nothing to compare it with. */
  readonly change: Change | null
}

/** A figure of a period against the period before. */
export function compared(figure: PeriodFigure, values: FigureValues, style: FigureStyle): ComparedFigure {
  const value = figure.value(values.total)
  const earlier = values.before && figure.value(values.before)
  const { before } = periods[values.period.key]
  const { format } = figure
  const requests = figure.requests?.(values.total)
  const basis = requests ? counted(requests, 'request', 'requests') : null
  if (format === 'answer time')
    return { text: answerTimeText(value), basis, change: before && answerTimeChange(value, earlier, before) }
  return {
    basis,
    text: formatFigure(value, format, style),
    change: before && changeOf({ format, better: figure.better }, value, earlier, before, style),
  }
}

function answerTimeText(index: number | null): string {
  const key = index === null ? undefined : answerTimeKeys[index]
  return key ? answerTimes[key].typically : NO_FIGURE
}

function answerTimeChange(now: number | null, earlier: number | null, before: string): Change | null {
  if (now === null || earlier === null) return null
  if (now === earlier) return { direction: 'same', isGood: null, text: `Same as in ${before}` }
  const isSlower = now > earlier
  return {
    direction: isSlower ? 'up' : 'down',
    isGood: !isSlower,
    text: `${isSlower ? 'Slower' : 'Faster'} than in ${before}: ${answerTimeText(earlier).toLowerCase()}`,
  }
}
