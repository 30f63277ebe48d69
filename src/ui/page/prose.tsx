import type { Child } from 'hono/jsx'
import { linkedParts } from '../../shared/web/links.ts'
import { OutsideLink } from './outside-link.tsx'

/** Text that a user wrote. Keeps paragraphs and line breaks, makes URLs links, and escapes the rest. */
export const Prose = ({ text }: { text: string }) => (
  <div class="prose">
    {paragraphs(text).map((lines) => (
      <p dir="auto">
        {lines.map((line, index) => (
          <>
            {index > 0 ? <br /> : null}
            {linked(line)}
          </>
        ))}
      </p>
    ))}
  </div>
)

const paragraphs = (text: string): string[][] =>
  text
    .trim()
    .split(/(?:\r?\n[\t ]*){2,}/)
    .map((paragraph) => paragraph.split(/\r?\n/))

const linked = (line: string): Child =>
  linkedParts(line).map(({ text, href }) =>
    href === null ? text : <OutsideLink href={href}>{text}</OutsideLink>,
  )
