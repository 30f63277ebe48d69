const [START, END] = ['\u0002', '\u0003']

/**
 * JSON, or for a string the string itself between two control characters. As JSON, each quote in a page would be
 * escaped twice on its way to Redis. The control characters distinguish it from JSON and from a text that was cut off.
 */
export function serialize(value: unknown): string {
  return typeof value === 'string' ? START + value + END : JSON.stringify(value)
}

/** The value that `serialize` has written. Null without a text, or if the text is corrupt. */
export function parseValue<Value>(text: string | null): { value: Value } | null {
  if (text === null) return null
  if (text.startsWith(START)) return text.endsWith(END) ? { value: text.slice(1, -1) as Value } : null
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}
