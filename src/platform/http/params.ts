/** An id from a form or a query. Null if it is missing or not an id. */
export function parseId<Id extends number>(text: string | undefined): Id | null {
  if (!text || !/^[1-9]\d{0,15}$/.test(text)) return null
  const id = Number(text)
  return Number.isSafeInteger(id) ? (id as Id) : null
}

/** Up to `max` distinct ids of a repeated form field or query parameter. Skips values that are not ids. */
export function parseIds<Id extends number>(texts: readonly string[], max: number): Id[] {
  return [...new Set(texts.flatMap((text) => parseId<Id>(text) ?? []))].slice(0, max)
}
