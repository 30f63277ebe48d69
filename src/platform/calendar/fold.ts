const MAX_OCTETS = 75

/** Folds a line of iCalendar into lines of at most 75 octets, never inside a character (RFC 5545, 3.1). */
export function fold(line: string): string {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > MAX_OCTETS) {
      lines.push(current)
      // A continuation begins with a space, which counts.
      current = ' '
      octets = 1
    }
    current += character
    octets += size
  }
  return [...lines, current].join('\r\n')
}

/** Joins folded lines. */
export function unfold(text: string): string {
  return text.replace(/\r\n[ \t]/g, '')
}

const encoder = new TextEncoder()
