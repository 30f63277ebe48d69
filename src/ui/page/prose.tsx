import type { Child } from 'hono/jsx'

/** What a person wrote: paragraphs and line breaks kept, addresses made links, everything else escaped. */
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

// A full stop or bracket at the end belongs to the sentence, not to the address.
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
