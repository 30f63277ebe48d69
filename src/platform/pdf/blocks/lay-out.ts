import type { Block, PdfDocument, SimpleBlock } from '../document.ts'
import type { Part } from '../page/part.ts'
import type { TextTools } from '../text/measured-runs.ts'
import { contentWidth } from '../theme.ts'
import { columnsParts } from './columns.ts'
import { figureParts } from './figure.ts'
import { keyFiguresParts } from './key-figures.ts'
import { letterheadParts } from './letterhead.ts'
import { detailsParts, headingParts, paragraphParts } from './prose.ts'
import { tableParts } from './table.ts'

/** All parts of a document, in order. */
export function layOutDocument(document: PdfDocument, tools: TextTools): Part[] {
  const blocks = document.blocks.map((block) => layOutBlock(block, contentWidth, tools))
  return [...letterheadParts(document, contentWidth, tools), ...blocks.flat()]
}

function layOutBlock(block: Block, width: number, tools: TextTools): Part[] {
  switch (block.kind) {
    case 'key-figures':
      return keyFiguresParts(block, width, tools)
    case 'table':
      return tableParts(block, width, tools)
    case 'columns':
      return columnsParts(block, width, tools, layOutSimpleBlock)
    case 'page-break':
      return [{ spaceBefore: 0, height: 0, startsPage: true, keepWithNext: true, draw() {} }]
    default:
      return layOutSimpleBlock(block, width, tools)
  }
}

function layOutSimpleBlock(block: SimpleBlock, width: number, tools: TextTools): Part[] {
  switch (block.kind) {
    case 'heading':
      return headingParts(block, width, tools)
    case 'paragraph':
      return paragraphParts(block, width, tools)
    case 'details':
      return detailsParts(block, width, tools)
    case 'drawing':
      return figureParts(block, width, tools)
  }
}
