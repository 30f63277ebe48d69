import type { Tone } from '../../shared/drawing.ts'

/** The colors of the site in the light, on white. See src/client/styles/base/_tokens.scss. */
export const colors = {
  ink: '#1d2321',
  'ink-soft': '#575e5a',
  line: '#e2ded4',
  'line-strong': '#8c887c',
  paper: '#faf9f6',
  accent: '#0d5c4d',
  amber: '#8a4e07',
  good: '#256b41',
  bad: '#a32d2d',
} as const

export type Color = keyof typeof colors

export type Weight = 'regular' | 'bold'

/** The mark of the brand, on its accent. */
export const markColors = { light: '#faf9f6', amber: '#eda54a' } as const

/** The tones of charts as they are on the site in the light. */
export const tones: Readonly<Record<Tone, string>> = {
  axis: colors['line-strong'],
  grid: colors.line,
  label: colors['ink-soft'],
  'series-1': '#0d5c4d',
  'series-2': '#c9700f',
  'series-3': '#3f63b5',
  'series-4': '#b3478c',
  'series-5': '#6b8420',
  'series-6': '#6a6f7a',
}

/** In points: an inch has 72. */
export const page = { width: 595.28, height: 841.89, left: 54, right: 54, top: 54, bottom: 66 } as const

export const contentWidth = page.width - page.left - page.right
/** Where the next page begins. */
export const contentBottom = page.height - page.bottom
export const contentHeight = contentBottom - page.top

export interface TextStyle {
  /** Points. */
  readonly size: number
  readonly lineHeight: number
  readonly weight: Weight
  readonly color: Color
}

export const styles = {
  title: { size: 23, lineHeight: 30, weight: 'bold', color: 'ink' },
  subtitle: { size: 11.5, lineHeight: 17, weight: 'regular', color: 'ink-soft' },
  heading2: { size: 14, lineHeight: 20, weight: 'bold', color: 'ink' },
  heading3: { size: 10.5, lineHeight: 15.5, weight: 'bold', color: 'ink' },
  lead: { size: 11.5, lineHeight: 17.5, weight: 'regular', color: 'ink' },
  normal: { size: 9.5, lineHeight: 14.5, weight: 'regular', color: 'ink' },
  small: { size: 8, lineHeight: 12, weight: 'regular', color: 'ink-soft' },
  label: { size: 8, lineHeight: 12, weight: 'bold', color: 'ink-soft' },
  figure: { size: 20, lineHeight: 27, weight: 'bold', color: 'ink' },
  cell: { size: 9, lineHeight: 13.5, weight: 'regular', color: 'ink' },
  total: { size: 9, lineHeight: 13.5, weight: 'bold', color: 'ink' },
} as const satisfies Record<string, TextStyle>
