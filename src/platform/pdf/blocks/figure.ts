import { type Drawing, type Shape, TEXT_SIZE } from '../../../shared/drawing.ts'
import type { Figure } from '../document.ts'
import type { Part } from '../page/part.ts'
import type { Sheet } from '../page/sheet.ts'
import { type Line, layOutText } from '../text/lines.ts'
import type { TextTools } from '../text/measured-runs.ts'
import { contentHeight, styles, tones } from '../theme.ts'
import { textBox } from './text-parts.ts'

/** A drawing is at most this part of a page high. */
const MAX_HEIGHT = contentHeight * 0.55
const TITLE_GAP = 6
/** Points, whatever the scale of the drawing. */
const lineWidths = { axis: 0.75, grid: 0.5, label: 0.5, series: 1.75 } as const
const HAIRLINE = 0.5
/** Of Noto Sans, in parts of its size. */
const CAP_HEIGHT = 0.72

/** A drawing as wide as it may be, under its title. Screen readers read title and description instead. */
export function figureParts({ drawing }: Figure, width: number, tools: TextTools): Part[] {
  const scale = Math.min(width / drawing.width, MAX_HEIGHT / drawing.height)
  const title = textBox(drawing.title, styles.heading3, width, tools)
  const texts = labelsOf(drawing, TEXT_SIZE * scale, tools)
  const height = title.height + TITLE_GAP + drawing.height * scale
  return [
    {
      spaceBefore: 16,
      height,
      draw(sheet, x, y) {
        const alt = `${drawing.title}. ${drawing.description}`
        const bbox = [x, y, x + width, y + height] as const
        const top = y + title.height + TITLE_GAP
        sheet.element('Figure', sheet.root, { alt, bbox }).add(() => {
          title.drawPlain(sheet, x, y)
          drawShapes(drawing.shapes, scale, x, top, sheet)
          for (const text of texts) drawLabel(text, scale, x, top, sheet)
        })
      },
    },
  ]
}

interface Label {
  readonly line: Line
  readonly size: number
  readonly shape: Shape & { kind: 'text' }
}

function labelsOf(drawing: Drawing, size: number, tools: TextTools): Label[] {
  return drawing.shapes
    .filter((shape) => shape.kind === 'text')
    .flatMap((shape) =>
      layOutText(shape.text, { ...styles.small, size }, Number.POSITIVE_INFINITY, tools)
        .slice(0, 1)
        .map((line) => ({ line, size, shape })),
    )
}

function drawLabel({ line, size, shape }: Label, scale: number, x: number, y: number, sheet: Sheet): void {
  const before = { start: 0, middle: line.width / 2, end: line.width }[shape.anchor]
  const left = x + shape.x * scale - before
  const baseline = y + shape.y * scale
  // A line of the grid does not cross the text.
  sheet.doc.rect(left - 1, baseline - size * CAP_HEIGHT, line.width + 2, size * CAP_HEIGHT).fill('white')
  sheet.pieces(line.pieces, size, left, baseline, tones[shape.tone])
}

function drawShapes(shapes: readonly Shape[], scale: number, x: number, y: number, { doc }: Sheet): void {
  doc.save().translate(x, y).scale(scale).lineCap('round')
  for (const shape of shapes) drawShape(shape, scale, doc)
  doc.restore()
}

function drawShape(shape: Shape, scale: number, doc: PDFKit.PDFDocument): void {
  const color = tones[shape.tone]
  switch (shape.kind) {
    case 'rect':
      // A hairline separates the parts of a bar.
      doc.rect(shape.x, shape.y, shape.width, shape.height).lineWidth(HAIRLINE / scale)
      doc.fillAndStroke(color, 'white')
      break
    case 'line':
      doc.moveTo(shape.x1, shape.y1).lineTo(shape.x2, shape.y2)
      doc.lineWidth(lineWidthOf(shape) / scale).stroke(color)
      break
    case 'path':
      doc.path(shape.d).fill(color)
      break
    case 'text':
      // Drawn outside of the scale, at its own size.
      break
  }
}

function lineWidthOf({ tone }: Shape): number {
  return tone === 'axis' || tone === 'grid' || tone === 'label' ? lineWidths[tone] : lineWidths.series
}
