import type { Details, Heading, Paragraph } from '../document.ts'
import type { Part } from '../page/part.ts'
import type { Structure } from '../page/pdfkit-types.ts'
import type { TextTools } from '../text/measured-runs.ts'
import { styles } from '../theme.ts'
import { lineParts, textBox } from './text-parts.ts'

/** A heading stays with what follows. */
export function headingParts({ level, text }: Heading, width: number, tools: TextTools): Part[] {
  const style = level === 2 ? styles.heading2 : styles.heading3
  const spaceBefore = level === 2 ? 26 : 16
  return lineParts(`H${level}`, text, style, width, tools, spaceBefore).map((part) => ({
    ...part,
    keepWithNext: true,
  }))
}

export function paragraphParts(
  { text, size = 'normal' }: Paragraph,
  width: number,
  tools: TextTools,
): Part[] {
  return lineParts('P', text, styles[size], width, tools, size === 'lead' ? 16 : 7)
}

const LABEL_WIDTH = 0.36
const GAP = 10

/** A list whose items have labels. */
export function detailsParts({ items }: Details, width: number, tools: TextTools): Part[] {
  const labelWidth = width * LABEL_WIDTH - GAP
  let list: Structure | null = null
  return items.map(({ label, value }, index) => {
    const labelBox = textBox(label, { ...styles.normal, color: 'ink-soft' }, labelWidth, tools)
    const valueBox = textBox(value, styles.normal, width - labelWidth - GAP, tools)
    return {
      spaceBefore: index === 0 ? 14 : 3,
      height: Math.max(labelBox.height, valueBox.height),
      draw(sheet, x, y) {
        list ??= sheet.element('L')
        const item = sheet.element('LI', list)
        labelBox.draw(sheet, x, y, sheet.element('Lbl', item))
        valueBox.draw(sheet, x + labelWidth + GAP, y, sheet.element('LBody', item))
      },
    }
  })
}
