/** The words of a text in lower case without accents, as the index should have them. */
export function tokensOf(text: string): string[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The words of a query, without the possessive “'s”. */
export function queryTokensOf(query: string): string[] {
  return tokensOf(query.replaceAll(/['’]s\b/g, ''))
}

/** Whether a text has all words of a query. The last one also matches as a prefix. */
export function containsAll(tokens: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((word, index) => {
    const isPrefix = index === wanted.length - 1 && [...word].length > 1
    return tokens.some((token) => (isPrefix ? token.startsWith(word) : token === word))
  })
}
