import type { KeyFigures } from '../document.ts'
import type { Part } from '../page/part.ts'
import type { Structure } from '../page/pdfkit-types.ts'
import type { Sheet } from '../page/sheet.ts'
import type { TextTools } from '../text/measured-runs.ts'
import { colors, styles, type TextStyle } from '../theme.ts'
import { textBox } from './text-parts.ts'

const MAX_IN_ROW = 4
const GAP = 10
const PADDING = 11
const RADIUS = 5
const SMALLEST = 9

/** Cards beside each other, one part for each row of them. For screen readers they are a list with labels. */
export function keyFiguresParts({ figures }: KeyFigures, width: number, tools: TextTools): Part[] {
  const rowCount = Math.ceil(figures.length / MAX_IN_ROW)
  const inRow = Math.ceil(figures.length / rowCount)
  const cardWidth = (width - GAP * (inRow - 1)) / inRow
  const inner = cardWidth - 2 * PADDING
  const style = fittingStyle(figures, inner, tools)
  let list: Structure | null = null
  return Array.from({ length: rowCount }, (_, row): Part => {
    const cards = figures
      .slice(row * inRow, (row + 1) * inRow)
      .map((figure) => card(figure, style, inner, tools))
    const height = Math.max(...cards.map((one) => one.height))
    return {
      spaceBefore: row === 0 ? 18 : GAP,
      height,
      draw(sheet, x, y) {
        const itsList = list ?? sheet.element('L')
        list = itsList
        cards.forEach((one, index) => {
          one.draw(sheet, x + index * (cardWidth + GAP), y, height, itsList)
        })
      },
    }
  })
}

interface Card {
  readonly height: number
  draw(sheet: Sheet, x: number, y: number, height: number, list: Structure): void
}

type Figure = KeyFigures['figures'][number]

function card({ label, value, note }: Figure, style: TextStyle, width: number, tools: TextTools): Card {
  const labelBox = textBox(label, styles.label, width, tools)
  const valueBox = textBox(value, style, width, tools)
  const noteBox = note === undefined ? null : textBox(note, styles.small, width, tools)
  const valueTop = labelBox.height + 1
  const noteTop = valueTop + valueBox.height + 1
  return {
    height: 2 * PADDING + noteTop + (noteBox?.height ?? 0),
    draw(sheet, x, y, height, list) {
      const { doc } = sheet
      const outer = width + 2 * PADDING
      sheet.artifact(() => {
        doc.roundedRect(x + 0.25, y + 0.25, outer - 0.5, height - 0.5, RADIUS).lineWidth(0.5)
        doc.fillAndStroke(colors.paper, colors.line)
      })
      const item = sheet.element('LI', list)
      const left = x + PADDING
      const top = y + PADDING
      labelBox.draw(sheet, left, top, sheet.element('Lbl', item))
      const body = sheet.element('LBody', item)
      valueBox.draw(sheet, left, top + valueTop, body)
      noteBox?.draw(sheet, left, top + noteTop, body)
    },
  }
}

// A long value makes all of them smaller, so that it stays on one line and they stay alike.
function fittingStyle(figures: readonly Figure[], width: number, tools: TextTools): TextStyle {
  const widths = figures.map(
    ({ value }) => textBox(value, styles.figure, Number.POSITIVE_INFINITY, tools).width,
  )
  const widest = Math.max(width, ...widths)
  return { ...styles.figure, size: Math.max(SMALLEST, (styles.figure.size * width) / widest) }
}
