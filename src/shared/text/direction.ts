// Words in Hebrew, Arabic and other scripts that run from right to left turn around what stands next to them:
// "סער, $8,000.00" is shown with the amount inside out. An isolate keeps them apart (UAX #9).

const LETTER = '[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}]'
// What stands inside of a name or a sentence. A comma or a sign stands between two of them.
const BETWEEN = `(?:[\\p{M}\\u200c-\\u200f\\s.'’"״׳-]|&quot;|&#39;)*`

const run = new RegExp(`${LETTER}(?:${BETWEEN}${LETTER})*`, 'gu')
const letter = new RegExp(LETTER, 'u')

/** Whether a text has words that run from right to left. */
export function hasRightToLeft(text: string): boolean {
  return letter.test(text)
}

/** The text with `wrap` around all words that run from right to left. `text` may be HTML without tags. */
export function wrapRightToLeft(text: string, wrap: (words: string) => string): string {
  return text.replace(run, wrap)
}

/** Plain text with isolates, U+2068 and U+2069, around words that run from right to left. */
export function isolated(text: string): string {
  return hasRightToLeft(text) ? wrapRightToLeft(text, (words) => `\u2068${words}\u2069`) : text
}

/** Like `isolated`, for each line of a text. Quoted lines stay: they are all of one person's, in one language. */
export function isolatedLines(text: string): string {
  if (!hasRightToLeft(text)) return text
  return text
    .split('\n')
    .map((line) => (line.startsWith('>') ? line : isolated(line)))
    .join('\n')
}
