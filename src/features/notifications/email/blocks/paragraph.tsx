import type { BlockOf, MailPart } from '../blocks.ts'
import { Lines } from '../lines.tsx'
import { type Reader, textFor } from '../reader.ts'
import { look } from '../style.ts'

type Props = { block: BlockOf<'paragraph'>; reader: Reader }

export const Paragraph = ({ block: { text, isNote }, reader }: Props) => (
  <p {...look(isNote ? 'small' : 'text', [isNote ? 'soft' : 'ink'], 'margin: 0 0 16px')}>
    {typeof text === 'string' ? (
      <Lines text={text} />
    ) : (
      text.map((part) => <Part part={part} reader={reader} />)
    )}
  </p>
)

// Deadlines stand out.
const Part = ({ part, reader }: { part: string | MailPart; reader: Reader }) => {
  if (typeof part === 'string') return <Lines text={part} />
  const text = textFor(reader, [part])
  if ('moment' in part) return <strong>{text}</strong>
  return (
    <a href={`mailto:${text}`} {...look('plain', ['link'])}>
      {text}
    </a>
  )
}

export function paragraphText({ text }: BlockOf<'paragraph'>, reader: Reader): string {
  return textFor(reader, text)
}
