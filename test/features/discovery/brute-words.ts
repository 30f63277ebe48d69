/** The words of a text in one case and without accents, as an index should hold them. */
export function tokensOf(text: string): string[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The same for what is looked for: the genitive's s is left out. */
export function wantedIn(query: string): string[] {
  return tokensOf(query.replaceAll(/['’]s\b/g, ''))
}

/** Whether all that is wanted is there, the last word perhaps as a beginning. */
export function holds(tokens: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((word, index) => {
    const isBeginning = index === wanted.length - 1 && [...word].length > 1
    return tokens.some((token) => (isBeginning ? token.startsWith(word) : token === word))
  })
}
