import { PAGE_SIZE } from '../../src/http/paging.ts'

/** The words of a text in one case and without accents, as an index should hold them. */
export function tokensOf(text: string): string[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The same for what is looked for: the genitive's s is left out. */
export function wantedIn(words: string): string[] {
  return tokensOf(words.replaceAll(/['’]s\b/g, ''))
}

/**
 * Whether the last word is looked for as it stands, and not as a beginning: if so it fills more than a page. Of up to
 * three letters it is always a beginning.
 */
export function isWhole<Thing>(
  things: readonly Thing[],
  tokensIn: (thing: Thing) => readonly string[],
  wanted: readonly string[],
): boolean {
  if ([...(wanted.at(-1) ?? '')].length <= 3) return false
  return things.filter((thing) => holds(tokensIn(thing), wanted, true)).length > PAGE_SIZE
}

/** Whether all that is wanted is there, the last word perhaps as a beginning. */
export function holds(tokens: readonly string[], wanted: readonly string[], whole: boolean): boolean {
  return wanted.every((word, index) => {
    const isBeginning = !whole && index === wanted.length - 1 && [...word].length > 1
    return tokens.some((token) => (isBeginning ? token.startsWith(word) : token === word))
  })
}
