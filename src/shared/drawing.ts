/** What a shape stands for. The page and the PDF each have a color for it. */
export type Tone =
  | 'axis'
  | 'grid'
  | 'label'
  | 'series-1'
  | 'series-2'
  | 'series-3'
  | 'series-4'
  | 'series-5'
  | 'series-6'

/**
 * A part of a drawing. `title` is what a mark says when pointed at. `d` is the path data of SVG: a path that ends with
 * `Z` is filled, any other is a line. The `y` of a text is its baseline.
 */
export type Shape =
  | {
      readonly kind: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly tone: Tone
      readonly title?: string
    }
  | {
      readonly kind: 'line'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly tone: Tone
    }
  | { readonly kind: 'path'; readonly d: string; readonly tone: Tone; readonly title?: string }
  | {
      readonly kind: 'text'
      readonly x: number
      readonly y: number
      readonly text: string
      readonly anchor: 'start' | 'middle' | 'end'
      readonly tone: Tone
    }

/** A chart as plain geometry, drawn as SVG on a page and as vectors in a PDF. The origin is at the top left. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly title: string
  readonly description: string
  readonly shapes: readonly Shape[]
}
