import type { Align, Text } from '../document.ts'
import type { Part } from '../page/part.ts'
import type { Structure } from '../page/pdfkit-types.ts'
import type { Sheet } from '../page/sheet.ts'
import { type Line, layOutText } from '../text/lines.ts'
import type { TextTools } from '../text/measured-runs.ts'
import type { TextStyle } from '../theme.ts'

/** Lines of text that stay together, like the text of a cell. */
export interface TextBox {
  readonly height: number
  /** The width of the widest line. */
  readonly width: number
  draw(sheet: Sheet, x: number, y: number, parent: Structure): void
  /** Draws without marking it as content. */
  drawPlain(sheet: Sheet, x: number, y: number): void
}

interface BoxOptions {
  readonly align?: Align | undefined
  readonly maxLines?: number
}

/** Lays out text in a box of a width in points. */
export function textBox(
  text: Text,
  style: TextStyle,
  width: number,
  tools: TextTools,
  { align = 'left', maxLines }: BoxOptions = {},
): TextBox {
  const lines = layOutText(text, style, width, tools, maxLines)
  const place = (line: Line, index: number) => ({
    left: align === 'right' ? width - line.width : 0,
    top: index * style.lineHeight,
  })
  return {
    height: lines.length * style.lineHeight,
    width: Math.max(...lines.map((line) => line.width)),
    draw(sheet, x, y, parent) {
      lines.forEach((line, index) => {
        const { left, top } = place(line, index)
        sheet.line(line, style, x + left, y + top, parent)
      })
    },
    drawPlain(sheet, x, y) {
      lines.forEach((line, index) => {
        const { left, top } = place(line, index)
        sheet.plainLine(line, style, x + left, y + top)
      })
    },
  }
}

/** One part for each line, so that a page break can come between them, but not after the first or before the last. */
export function lineParts(
  tag: string,
  text: Text,
  style: TextStyle,
  width: number,
  tools: TextTools,
  spaceBefore: number,
): Part[] {
  let element: Structure | null = null
  const lines = layOutText(text, style, width, tools)
  return lines.map((line, index) => ({
    spaceBefore: index === 0 ? spaceBefore : 0,
    height: style.lineHeight,
    keepWithNext: index < lines.length - 1 && (index === 0 || index === lines.length - 2),
    draw(sheet, x, y) {
      element ??= sheet.element(tag)
      sheet.line(line, style, x, y, element)
    },
  }))
}
