import type { Drawing } from '../../shared/drawing.ts'
import type { Color, Weight } from './theme.ts'

/** A whole document. Every text may be in any script. */
export interface PdfDocument {
  readonly title: string
  readonly subtitle?: string
  /** The day that the document is from, as text. */
  readonly date: string
  /** Who it is from, beside the mark at the top. */
  readonly brand: string
  /** BCP 47, for screen readers: "en". */
  readonly language: string
  /** At the bottom of each page, beside the page number. */
  readonly footer: string
  /** For the metadata. Milliseconds UTC. The same document at the same moment gives the same bytes. */
  readonly createdAt: number
  readonly blocks: readonly Block[]
}

export type Block = SimpleBlock | KeyFigures | Table | Columns | { readonly kind: 'page-break' }

/** What may also stand in a column. */
export type SimpleBlock = Heading | Paragraph | Details | Figure

/** The title of the document has level 1. */
export interface Heading {
  readonly kind: 'heading'
  readonly level: 2 | 3
  readonly text: Text
}

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly text: Text
  readonly size?: 'normal' | 'small' | 'lead'
}

/** Names with their values below each other, like the terms of an invoice. */
export interface Details {
  readonly kind: 'details'
  readonly items: readonly { readonly label: string; readonly value: Text }[]
}

/** A chart. Its title is drawn above it; title and description are what a screen reader says. */
export interface Figure {
  readonly kind: 'drawing'
  readonly drawing: Drawing
}

/** The numbers that matter, large, up to four in a row. */
export interface KeyFigures {
  readonly kind: 'key-figures'
  readonly figures: readonly {
    readonly label: string
    readonly value: string
    /** Below the value, like a comparison. */
    readonly note?: Text
  }[]
}

/** Equal columns beside each other. They share a page if they fit on one. */
export interface Columns {
  readonly kind: 'columns'
  readonly columns: readonly (readonly SimpleBlock[])[]
}

/** The header is repeated on each page. A row is never split. The first cell of a row names the row. */
export interface Table {
  readonly kind: 'table'
  /** What the table is about, for screen readers. */
  readonly summary: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly Cell[])[]
  readonly totals?: readonly Cell[]
}

export interface TableColumn {
  readonly header: string
  /** In proportion to the other columns. */
  readonly width: number
  readonly align?: Align
}

export type Align = 'left' | 'right'

/** A cell, with a smaller second text below if there is one. */
export type Cell = Text | { readonly text: Text; readonly detail: Text }

/** Text in one style, or parts with their own. `\n` begins a new line. */
export type Text = string | readonly Span[]

export interface Span {
  readonly text: string
  readonly weight?: Weight
  readonly color?: Color
  /** The absolute URL that the text links to. */
  readonly href?: string
}
