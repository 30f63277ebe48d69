import { lazy } from '../../../shared/lazy.ts'

const graphemes = lazy(() => new Intl.Segmenter('en', { granularity: 'grapheme' }))

/**
 * Text as it can be drawn: composed letters, no control characters but line breaks, no half of a surrogate pair.
 * Joiners and marks of direction stay.
 */
export function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .normalize('NFC')
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      .replace(/\t/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: These are what is removed.
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '')
  )
}

/** What a reader takes for characters: a letter with its marks, an emoji of several people. */
export function clustersOf(text: string): { readonly cluster: string; readonly index: number }[] {
  return Array.from(graphemes().segment(text), ({ segment, index }) => ({ cluster: segment, index }))
}
