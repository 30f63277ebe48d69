import type { Child } from 'hono/jsx'
import { BarChart, barsText } from './blocks/bars.tsx'
import { Button, buttonText } from './blocks/button.tsx'
import { FactTable, factsText } from './blocks/facts.tsx'
import { FigureRow, figuresText } from './blocks/figures.tsx'
import { Heading, headingText } from './blocks/heading.tsx'
import { Paragraph, paragraphText } from './blocks/paragraph.tsx'
import { Quote, quoteText } from './blocks/quote.tsx'
import { DataTable, tableText } from './blocks/table.tsx'
import type { MailBlock } from './blocks.ts'
import { type Reader, urlFor } from './reader.ts'

/** A block as HTML. */
export const Block = ({ block, reader }: { block: MailBlock; reader: Reader }): Child => {
  switch (block.kind) {
    case 'paragraph':
      return <Paragraph block={block} reader={reader} />
    case 'heading':
      return <Heading block={block} />
    case 'quote':
      return <Quote block={block} />
    case 'facts':
      return <FactTable block={block} reader={reader} />
    case 'table':
      return <DataTable block={block} reader={reader} />
    case 'figures':
      return <FigureRow block={block} />
    case 'bars':
      return <BarChart block={block} />
    case 'button':
      return <Button label={block.label} href={urlFor(reader, block.path)} />
  }
}

/** The same block as plain text. */
export function blockText(block: MailBlock, reader: Reader): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraphText(block, reader)
    case 'heading':
      return headingText(block)
    case 'quote':
      return quoteText(block)
    case 'facts':
      return factsText(block, reader)
    case 'table':
      return tableText(block, reader)
    case 'figures':
      return figuresText(block)
    case 'bars':
      return barsText(block)
    case 'button':
      return buttonText({ label: block.label, href: urlFor(reader, block.path) })
  }
}
