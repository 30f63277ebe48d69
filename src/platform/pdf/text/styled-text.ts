import type { Text } from '../document.ts'
import type { Color, TextStyle, Weight } from '../theme.ts'
import { cleanText } from './clean.ts'

/** One line of text as it was written, with the styles of its parts. */
export interface StyledText {
  readonly text: string
  readonly spans: readonly StyledSpan[]
  /** The index in `spans` of the UTF-16 unit at an index of the text. */
  spanAt(index: number): number
}

export interface StyledSpan {
  readonly weight: Weight
  readonly color: Color
  readonly href: string | null
}

/** Splits text at its line breaks. Parts without a style of their own have that of the text,
 * but links have the accent. */
export function styledLines(text: Text, { weight, color }: TextStyle): StyledText[] {
  const parts = typeof text === 'string' ? [{ text }] : text
  const spans = parts.map((part) => ({
    weight,
    color: 'href' in part ? ('accent' as const) : color,
    href: null,
    ...part,
  }))
  const lines: { text: string; ends: { end: number; span: number }[] }[] = [{ text: '', ends: [] }]
  spans.forEach((part, span) => {
    cleanText(part.text)
      .split('\n')
      .forEach((piece, index) => {
        if (index > 0) lines.push({ text: '', ends: [] })
        const line = lines.at(-1)
        if (line === undefined) return
        line.text += piece
        line.ends.push({ end: line.text.length, span })
      })
  })
  return lines.map(({ text: line, ends }) => ({
    text: line,
    spans,
    spanAt: (index) => ends.find(({ end }) => index < end)?.span ?? 0,
  }))
}
