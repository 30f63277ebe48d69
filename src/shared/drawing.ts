/**
 * What a shape shows. The renderer chooses its color: a style sheet on a page, ink in a PDF. `label` is text, and
 * `series-1` to `series-6` are the chart's own figures.
 */
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
 * A part of a drawing. Rectangles and paths are filled, lines are stroked. `y` grows downward; a text's is its
 * baseline. Texts are `TEXT_SIZE` high. `d` is an SVG path in absolute coordinates. `title` says in words what a mark
 * shows: "Oct: $1,200".
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

/** A picture made of a few kinds of shapes, so that a page and a PDF can draw the same one. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly title: string
  /** What the picture shows, for those who do not see it. */
  readonly description: string
  readonly shapes: readonly Shape[]
}

/** The font size of all texts, in the units of the drawing. */
export const TEXT_SIZE = 12
