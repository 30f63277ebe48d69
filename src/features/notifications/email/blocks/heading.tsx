import type { BlockOf } from '../blocks.ts'
import { look } from '../style.ts'

export const Heading = ({ block: { text } }: { block: BlockOf<'heading'> }) => (
  <h2 {...look('heading', ['ink'], 'margin: 24px 0 10px')}>{text}</h2>
)

export function headingText({ text }: BlockOf<'heading'>): string {
  return text.toUpperCase()
}
