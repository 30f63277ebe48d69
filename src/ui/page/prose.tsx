import type { Child } from 'hono/jsx'

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

// Punctuation at the end belongs to the sentence, not to the URL.
const address = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/

const linked = (line: string): Child =>
  line.split(address).map((part, index) =>
    index % 2 === 1 ? (
      <a href={part} rel="nofollow ugc noopener noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  )
