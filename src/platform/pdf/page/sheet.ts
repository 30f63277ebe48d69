import type { FontBook } from '../fonts/font-book.ts'
import type { Line, Piece } from '../text/lines.ts'
import type { TextTools } from '../text/measured-runs.ts'
import { colors, type TextStyle } from '../theme.ts'
import type { Structure, StructureOptions } from './pdfkit-types.ts'

/** The shape of Noto Sans, in parts of its size. All other fonts stand on its baseline. */
const ASCENT = 1.069
const DESCENT = 0.293

/** Draws on the pages of a document. Lengths are points, from the top left of the page. */
export class Sheet {
  /** What screen readers read: everything that is not an artifact goes in here. */
  readonly root: Structure
  readonly doc: PDFKit.PDFDocument
  readonly tools: TextTools

  constructor(doc: PDFKit.PDFDocument, fonts: FontBook) {
    this.doc = doc
    this.tools = {
      glyphsFor: fonts.glyphsFor,
      measure: (font, size, text) => measure(doc.font(font).fontSize(size), text),
    }
    for (const [name, file] of fonts.files) doc.registerFont(name, file)
    this.root = doc.struct('Document')
    doc.addStructure(this.root)
    this.newPage()
  }

  newPage(): void {
    this.doc.addPage()
  }

  /** Adds an element to the structure. */
  element(type: string, parent: Structure = this.root, options: StructureOptions = {}): Structure {
    const element = this.doc.struct(type, options)
    parent.add(element)
    return element
  }

  /** Draws what screen readers skip. Not inside another mark. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type })
    draw()
    this.doc.endMarkedContent()
  }

  /** Draws a line of text in a structure element, with its links. `y` is the top of the line. */
  line({ pieces }: Line, style: TextStyle, x: number, y: number, parent: Structure): void {
    for (const { href, spoken, group, left, width } of inGroups(pieces)) {
      const draw = () => this.pieces(group, style.size, x, baselineOf(style, y))
      const inside = spoken === null ? parent : this.element('Span', parent, { actual: spoken })
      if (href === null) inside.add(draw)
      else this.link(href, { x: x + left, y, width, height: style.lineHeight }, inside, draw)
    }
  }

  /** Draws a line of text that is not marked by itself. `y` is the top of the line. */
  plainLine({ pieces }: Line, style: TextStyle, x: number, y: number): void {
    this.pieces(pieces, style.size, x, baselineOf(style, y))
  }

  /** Draws pieces of text on a baseline, in their colors or in one. */
  pieces(pieces: readonly Piece[], size: number, x: number, baseline: number, color?: string): void {
    for (const piece of pieces) {
      if (piece.text !== '') this.piece(piece, size, x + piece.left, baseline, color ?? colors[piece.color])
    }
  }

  /** A horizontal rule. */
  rule(x: number, y: number, width: number, color: string = colors.line, thickness = 0.5): void {
    this.doc.rect(x, y - thickness / 2, width, thickness).fill(color)
  }

  private piece(
    { font, text, actual, width, href }: Piece,
    size: number,
    x: number,
    y: number,
    color: string,
  ) {
    const { doc } = this
    if (actual !== null) doc.markContent('Span', { actual })
    const features = featuresFor(text)
    const options = {
      lineBreak: false,
      baseline: 'alphabetic',
      textWidth: width,
      wordCount: 1,
      features,
    } as const
    doc.font(font).fontSize(size).fillColor(color).text(text, x, y, options)
    if (actual !== null) doc.endMarkedContent()
    if (href !== null) this.rule(x, y + size * 0.16, width, color, size * 0.05)
  }

  private link(href: string, area: Area, parent: Structure, draw: () => void): void {
    const link = this.element('Link', parent)
    link.add(draw)
    const options = { Contents: new String(href), structParent: link }
    this.doc.link(area.x, area.y, area.width, area.height, href, options)
    // pdfkit notes the page of the link now, so the page must still be the current one.
    link.end()
  }
}

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function measure(doc: PDFKit.PDFDocument, text: string): number | null {
  try {
    return doc.widthOfString(text, { features: featuresFor(text) })
  } catch {
    // fontkit fails at some rare letters of Arabic, and at marks that no language puts together.
    return null
  }
}

// Noto Sans would draw these as a letter and a dot, and a reader would copy all such letters with the dot or none.
const drawnInParts = /[ǹḿṃṅṣẹịọụ]/

function featuresFor(text: string): Readonly<Record<string, boolean>> | undefined {
  // Without features pdfkit remembers the shapes of words, which is much faster.
  return drawnInParts.test(text) ? { ccmp: false } : undefined
}

function baselineOf({ size, lineHeight }: TextStyle, top: number): number {
  return top + (lineHeight - (ASCENT + DESCENT) * size) / 2 + ASCENT * size
}

interface PieceGroup {
  readonly href: string | null
  readonly spoken: string | null
  readonly group: readonly Piece[]
  readonly left: number
  readonly width: number
}

// Pieces with the same link are one, but each that is spoken differently stands alone.
function inGroups(pieces: readonly Piece[]): PieceGroup[] {
  const groups: { href: string | null; spoken: string | null; group: Piece[] }[] = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    const joins = last?.href === piece.href && last.spoken === null && piece.spoken === null
    if (joins) last.group.push(piece)
    else groups.push({ href: piece.href, spoken: piece.spoken, group: [piece] })
  }
  return groups.map(({ group, ...rest }) => {
    const left = Math.min(...group.map((piece) => piece.left))
    const right = Math.max(...group.map((piece) => piece.left + piece.width))
    return { ...rest, group, left, width: right - left }
  })
}
