import { layOutDocument } from './blocks/lay-out.ts'
import { drawPageFrames, frameOf } from './blocks/page-frame.ts'
import type { PdfDocument } from './document.ts'
import { baseFont, type Wanted } from './fonts/choose.ts'
import { type FontBook, keyOf, loadFonts } from './fonts/font-book.ts'
import type { FontLoader } from './fonts/font-files.ts'
import { flow } from './page/flow.ts'
import { Sheet } from './page/sheet.ts'
import type { TextTools } from './text/measured-runs.ts'
import { page } from './theme.ts'

/**
 * Draws a document as a tagged PDF with A4 pages. Only the fonts that its texts need are loaded. A character that no
 * font has is drawn as U+FFFD, and copied as it was. Rejects if a font cannot be loaded.
 */
export async function renderPdf(
  document: PdfDocument,
  loadFont: FontLoader,
): Promise<Uint8Array<ArrayBuffer>> {
  const fonts = await loadFonts(clustersIn(document), loadFont)
  const doc = await newDocument(document)
  const bytes = collect(doc)
  draw(document, doc, fonts)
  doc.end()
  return bytes
}

// Lays out the document without fonts, only to see what it would ask them for.
function clustersIn(document: PdfDocument): Wanted[] {
  const wanted = new Map<string, Wanted>()
  const tools: TextTools = {
    glyphsFor(cluster) {
      wanted.set(keyOf(cluster), cluster)
      return { font: baseFont(cluster.weight), text: cluster.cluster, isReplaced: false }
    },
    measure: () => 0,
  }
  layOutDocument(document, tools)
  frameOf(document, 'Page 0123456789 of', tools)
  return [...wanted.values()]
}

async function newDocument({ title, brand, language, createdAt }: PdfDocument): Promise<PDFKit.PDFDocument> {
  // A third of the Worker is pdfkit. Requests without a document do not evaluate it.
  const { default: PDFDocument } = await import('pdfkit')
  const options: PDFKit.PDFDocumentOptions = {
    size: [page.width, page.height],
    margin: 0,
    autoFirstPage: false,
    // Page numbers are drawn when the number of pages is known.
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    // No standard font, which would be read from a file.
    font: '',
    info: {
      Title: title,
      Author: brand,
      Creator: brand,
      Producer: 'pdfkit',
      CreationDate: new Date(createdAt),
    },
  }
  // pdfkit knows PDF/UA, which its types lack.
  return new PDFDocument(Object.assign(options, { subset: 'PDF/UA' }))
}

function draw(document: PdfDocument, doc: PDFKit.PDFDocument, fonts: FontBook): void {
  const sheet = new Sheet(doc, fonts)
  flow(layOutDocument(document, sheet.tools), sheet)
  drawPageFrames(document, sheet)
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
}
