import { TEXT_SIZE } from '../../../shared/drawing.ts'

/**
 * About how wide a text is drawn, rather too much than too little. The server does not know the reader's font, so
 * characters count by their kind.
 */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += TEXT_SIZE * widthOf(character)
  return width
}

/** The text if it fits into `room`, or its beginning with an ellipsis. Never cuts a character in two. */
export function shorten(text: string, room: number): string {
  if (textWidth(text) <= room) return text
  let kept = ''
  for (const { segment } of graphemes.segment(text)) {
    if (textWidth(`${kept}${segment}…`) > room) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

function widthOf(character: string): number {
  if (/[\p{M}\p{Cf}]/u.test(character)) return 0
  if (/[ .,:;'|!iljtfrI()]/.test(character)) return 0.36
  if (/[mwMW@%…]/.test(character)) return 0.95
  if (/[A-Z\u0391-\u03a9\u0410-\u042f]/.test(character)) return 0.72
  return /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]|\p{Emoji_Presentation}/u.test(character)
    ? 1.05
    : 0.59
}
