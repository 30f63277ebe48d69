import type {} from 'pdfkit'

export type Structure = PDFKit.PDFStructureElement
export type StructureOptions = PDFKit.Mixins.StructureElementOptions

// What pdfkit takes and its published types do not know yet.
declare global {
  namespace PDFKit.Mixins {
    interface StructureElementOptions {
      /** What a header cell is the header of. */
      readonly scope?: 'Column' | 'Row'
      /** Left, top, right, bottom. */
      readonly bbox?: readonly [number, number, number, number]
    }

    interface PDFAnnotation {
      link(x: number, y: number, width: number, height: number, url: string, options: LinkOptions): this
    }

    interface LinkOptions {
      /** What a screen reader says. A plain string would become a name. */
      readonly Contents: object
      /** The element that the link belongs to. */
      readonly structParent: PDFStructureElement
    }

    interface PDFText {
      text(text: string, x: number, y: number, options: PlacedTextOptions): this
      widthOfString(text: string, options: FontFeatures): number
    }

    interface FontFeatures {
      /** OpenType features to switch on or off. */
      readonly features?: Readonly<Record<string, boolean>> | undefined
    }

    interface PlacedTextOptions extends FontFeatures {
      readonly lineBreak: false
      readonly baseline: 'alphabetic'
      /** Both are known already, so pdfkit does not measure. */
      readonly textWidth: number
      readonly wordCount: number
    }
  }
}
