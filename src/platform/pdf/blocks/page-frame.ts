import type { PdfDocument } from '../document.ts'
import type { Sheet } from '../page/sheet.ts'
import type { TextTools } from '../text/measured-runs.ts'
import { contentWidth, page, styles } from '../theme.ts'
import { textBox } from './text-parts.ts'

const FOOTER_TOP = page.height - 42
const HEADER_TOP = 26

/** Draws what is around the content of each page: footer and page number, and a header from the second page on. */
export function drawPageFrames(document: PdfDocument, sheet: Sheet): void {
  const { count } = sheet.doc.bufferedPageRange()
  for (let index = 0; index < count; index++) {
    sheet.doc.switchToPage(index)
    const { footer, header, number } = frameOf(document, `Page ${index + 1} of ${count}`, sheet.tools)
    sheet.artifact(() => {
      sheet.rule(page.left, FOOTER_TOP - 8, contentWidth)
      footer.drawPlain(sheet, page.left, FOOTER_TOP)
      number.drawPlain(sheet, page.left, FOOTER_TOP)
      if (index > 0) header.drawPlain(sheet, page.left, HEADER_TOP)
    }, 'Pagination')
  }
}

/** The texts around a page, each on one line. */
export function frameOf({ brand, title, footer }: PdfDocument, number: string, tools: TextTools) {
  const oneLine = { maxLines: 1 }
  const header = `${brand} · ${title}`
  return {
    footer: textBox(footer, styles.small, contentWidth * 0.75, tools, oneLine),
    header: textBox(header, styles.small, contentWidth, tools, oneLine),
    number: textBox(number, styles.small, contentWidth, tools, { align: 'right' }),
  }
}
