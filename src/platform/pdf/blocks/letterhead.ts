import type { PdfDocument } from '../document.ts'
import type { Part } from '../page/part.ts'
import type { Sheet } from '../page/sheet.ts'
import type { TextTools } from '../text/measured-runs.ts'
import { colors, markColors, styles } from '../theme.ts'
import { textBox } from './text-parts.ts'

const MARK = 22
const brandStyle = { ...styles.heading2, size: 15, lineHeight: MARK, color: 'accent' } as const
const dateStyle = { ...styles.normal, lineHeight: MARK, color: 'ink-soft' } as const
const RULE_GAP = 11
const TITLE_GAP = 26

/** The top of the first page: brand and date, a rule, title and subtitle. */
export function letterheadParts(
  { brand, date, title, subtitle }: PdfDocument,
  width: number,
  tools: TextTools,
): Part[] {
  const half = width / 2
  const brandBox = textBox(brand, brandStyle, half, tools)
  const dateBox = textBox(date, dateStyle, half - MARK, tools, { align: 'right' })
  const titleBox = textBox(title, styles.title, width, tools)
  const subtitleBox = subtitle === undefined ? null : textBox(subtitle, styles.subtitle, width, tools)
  const titleTop = Math.max(brandBox.height, dateBox.height) + RULE_GAP + TITLE_GAP
  return [
    {
      spaceBefore: 0,
      height: titleTop + titleBox.height + (subtitleBox === null ? 0 : 3 + subtitleBox.height),
      draw(sheet, x, y) {
        sheet.artifact(() => {
          drawMark(sheet, x, y)
          sheet.rule(x, y + titleTop - TITLE_GAP, width, colors.accent, 1.25)
        })
        brandBox.draw(sheet, x + MARK + 8, y, sheet.element('P'))
        dateBox.draw(sheet, x + half + MARK, y, sheet.element('P'))
        titleBox.draw(sheet, x, y + titleTop, sheet.element('H1'))
        subtitleBox?.draw(sheet, x, y + titleTop + titleBox.height + 3, sheet.element('P'))
      },
    },
  ]
}

// The shapes of static/favicon.svg.
function drawMark({ doc }: Sheet, x: number, y: number): void {
  doc
    .save()
    .translate(x, y)
    .scale(MARK / 32)
  doc.roundedRect(0, 0, 32, 32, 7).fill(colors.accent)
  doc.roundedRect(6, 8, 14, 7, 2).fill(markColors.light)
  doc.roundedRect(12, 17, 14, 7, 2).fill(markColors.amber)
  doc.restore()
}
