import { sum } from '../../../shared/numbers/sum.ts'
import type { Align, Cell, TableColumn } from '../document.ts'
import type { Structure } from '../page/pdfkit-types.ts'
import type { Sheet } from '../page/sheet.ts'
import type { TextTools } from '../text/measured-runs.ts'
import { contentHeight, styles } from '../theme.ts'
import { type TextBox, textBox } from './text-parts.ts'

/** Where a column is, in points from the left of its table. */
export interface ColumnPlace {
  readonly left: number
  readonly width: number
}

export interface Row {
  readonly kind: 'header' | 'row' | 'totals'
  readonly height: number
  /** Draws the row as cells of a section. */
  draw(sheet: Sheet, x: number, y: number, section: Structure): void
  drawPlain(sheet: Sheet, x: number, y: number): void
}

const GAP = 12
const PADDING = 5.5
const rowStyles = { header: styles.label, row: styles.cell, totals: styles.total } as const
/** Longer text is cut off, so that a row always fits on a page. */
const MAX_LINES = Math.floor((contentHeight * 0.4) / styles.cell.lineHeight)

/** Shares the width among the columns, with a gap between them. */
export function columnPlaces(columns: readonly TableColumn[], width: number): ColumnPlace[] {
  const shares = sum(columns.map((column) => column.width))
  const free = width - GAP * (columns.length - 1)
  let left = 0
  return columns.map((column) => {
    const place = { left, width: (free * column.width) / shares }
    left += place.width + GAP
    return place
  })
}

export function cellBox(
  cell: Cell,
  kind: Row['kind'],
  align: Align | undefined,
  { width }: ColumnPlace = { left: 0, width: 0 },
  tools: TextTools,
): TextBox[] {
  const options = { align, maxLines: MAX_LINES }
  if (typeof cell === 'string' || !('detail' in cell))
    return [textBox(cell, rowStyles[kind], width, tools, options)]
  return [
    textBox(cell.text, rowStyles[kind], width, tools, options),
    textBox(cell.detail, styles.small, width, tools, options),
  ]
}

/** A row of cells. Each cell is a stack of boxes. */
export function rowOf(
  cells: readonly (readonly TextBox[])[],
  places: readonly ColumnPlace[],
  kind: Row['kind'],
): Row {
  const heights = cells.map((boxes) => sum(boxes.map((box) => box.height)))
  const height = Math.max(...heights) + 2 * PADDING
  const eachBox = (
    x: number,
    y: number,
    draw: (box: TextBox, x: number, y: number, column: number) => void,
  ) => {
    cells.forEach((boxes, column) => {
      // The words of a header stand on the rule below it.
      let top = y + (kind === 'header' ? height - PADDING - (heights[column] ?? 0) : PADDING)
      for (const box of boxes) {
        draw(box, x + (places[column]?.left ?? 0), top, column)
        top += box.height
      }
    })
  }
  return {
    kind,
    height,
    draw(sheet, x, y, section) {
      const row = sheet.element('TR', section)
      const elements = cells.map((_, column) => cellElement(sheet, row, kind, column))
      eachBox(x, y, (box, left, top, column) => {
        const element = elements[column]
        if (element !== undefined) box.draw(sheet, left, top, element)
      })
    },
    drawPlain: (sheet, x, y) => eachBox(x, y, (box, left, top) => box.drawPlain(sheet, left, top)),
  }
}

function cellElement(sheet: Sheet, row: Structure, kind: Row['kind'], column: number): Structure {
  if (kind === 'header') return sheet.element('TH', row, { scope: 'Column' })
  return column === 0 ? sheet.element('TH', row, { scope: 'Row' }) : sheet.element('TD', row)
}
