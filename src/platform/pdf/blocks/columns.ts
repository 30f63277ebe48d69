import type { Columns, SimpleBlock } from '../document.ts'
import { type Part, stackedHeight } from '../page/part.ts'
import type { TextTools } from '../text/measured-runs.ts'
import { contentHeight } from '../theme.ts'

const GAP = 22

/** One part, or what is in the columns below each other if it does not fit on a page. */
export function columnsParts(
  { columns }: Columns,
  width: number,
  tools: TextTools,
  layOut: (block: SimpleBlock, width: number, tools: TextTools) => Part[],
): Part[] {
  const columnWidth = (width - GAP * (columns.length - 1)) / columns.length
  const laidOut = columns.map((blocks) => blocks.flatMap((block) => layOut(block, columnWidth, tools)))
  const height = Math.max(...laidOut.map(stackedHeight))
  if (height > contentHeight) return columns.flat().flatMap((block) => layOut(block, width, tools))
  return [
    {
      spaceBefore: 16,
      height,
      draw(sheet, x, y) {
        laidOut.forEach((parts, column) => {
          let top = y
          parts.forEach((part, index) => {
            if (index > 0) top += part.spaceBefore
            part.draw(sheet, x + column * (columnWidth + GAP), top)
            top += part.height
          })
        })
      },
    },
  ]
}
