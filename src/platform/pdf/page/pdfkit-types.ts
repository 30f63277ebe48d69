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

    interface AnnotationOption {
      /** The element that the annotation belongs to. */
      readonly structParent?: PDFStructureElement
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
