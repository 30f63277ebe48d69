import { formatCount } from '../../../shared/format.ts'
import type { Figure, FigureFormat } from './figure.ts'
import { type FigureStyle, formatFigure } from './format-figure.ts'

/** A figure compared with the time before. */
export interface Change {
  readonly direction: 'up' | 'down' | 'same'
  /** Null if it is neither good news nor bad. */
  readonly isGood: boolean | null
  /** "3 more than in September" */
  readonly text: string
}

/** For the eye. The words say the same. */
export const arrows = { up: '▲', down: '▼', same: '=' } as const satisfies Record<Change['direction'], string>

/** Null if one of the two has no figure. `before` names the earlier time: "September", "the 30 days before". */
export function changeOf(
  { format, better }: Pick<Figure<never>, 'format' | 'better'>,
  now: number | null,
  earlier: number | null,
  before: string,
  style: FigureStyle,
): Change | null {
  if (now === null || earlier === null) return null
  const size = sizeOf(format, Math.abs(now - earlier), style)
  if (size === null) return { direction: 'same', isGood: null, text: `Same as in ${before}` }
  const direction = now > earlier ? 'up' : 'down'
  return {
    direction,
    isGood: better === null ? null : better === direction,
    text: `${size} ${words[format][direction]} than in ${before}`,
  }
}

const words = {
  count: { up: 'more', down: 'fewer' },
  money: { up: 'more', down: 'less' },
  percent: { up: 'higher', down: 'lower' },
  difference: { up: 'higher', down: 'lower' },
  duration: { up: 'longer', down: 'shorter' },
} as const satisfies Record<FigureFormat, { readonly up: string; readonly down: string }>

/** How large a difference is. Null if it is too small to show. */
function sizeOf(format: FigureFormat, difference: number, style: FigureStyle): string | null {
  if (format !== 'percent' && format !== 'difference') {
    const isTooSmall = format === 'duration' ? difference < 60_000 : difference === 0
    return isTooSmall ? null : formatFigure(difference, format, style)
  }
  const points = Math.round(difference * 1_000) / 10
  if (points === 0) return null
  return `${formatCount(points, { locale: style.locale })} ${points === 1 ? 'point' : 'points'}`
}
