import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a reader finds in a PDF. */
export interface ReadPdf {
  /** The text of each page, in the order in which it was drawn. */
  readonly pages: readonly string[]
  readonly info: Readonly<Record<string, unknown>>
  /** All elements of the structure with what they say, page by page. */
  readonly elements: readonly StructureElement[]
  readonly links: readonly string[]
}

export interface StructureElement {
  readonly role: string
  readonly alt?: string | undefined
}

/** Opens a PDF with another program than the one that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const pdf = await loading.promise
  const { info } = await pdf.getMetadata()
  const pages: string[] = []
  const elements: StructureElement[] = []
  const links: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    pages.push(await textOf(page))
    elements.push(...elementsIn(await page.getStructTree()))
    const annotations: { url?: string }[] = await page.getAnnotations()
    links.push(...annotations.flatMap(({ url }) => url ?? []))
  }
  await loading.destroy()
  return { pages, info: { ...info }, elements, links }
}

/** Without spaces, because a reader may find some between the parts of a letter. */
export const compact = (text: string): string => text.replace(/\s/g, '')

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent()
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
}

type Node = Awaited<ReturnType<PDFPageProxy['getStructTree']>> | { readonly type: string }

function elementsIn(node: Node | null): StructureElement[] {
  if (node === null || !('role' in node)) return []
  return [{ ...node }, ...node.children.flatMap(elementsIn)]
}
