import { contentBottom, page } from '../theme.ts'
import { type Part, stackedHeight } from './part.ts'
import type { Sheet } from './sheet.ts'

/** Draws parts below each other, on as many pages as they need. The first page has begun. */
export function flow(parts: readonly Part[], sheet: Sheet): void {
  let y: number = page.top
  parts.forEach((part, index) => {
    const isTop = y === page.top
    const start = isTop ? y : y + part.spaceBefore
    if (isTop || fits(start, parts, index)) y = start
    else {
      sheet.newPage()
      y = page.top
      if (part.header !== undefined) {
        part.header.draw(sheet, page.left, y)
        y += part.header.height
      }
    }
    part.draw(sheet, page.left, y)
    y += part.height
  })
}

function fits(start: number, parts: readonly Part[], index: number): boolean {
  const part = parts[index]
  if (part === undefined || part.startsPage === true) return false
  const end = parts.findIndex((later, at) => at >= index && later.keepWithNext !== true)
  const together = parts.slice(index, end + 1)
  // What is longer than a page cannot be kept together.
  const height = stackedHeight(together) > contentBottom - page.top ? part.height : stackedHeight(together)
  return start + height <= contentBottom
}
