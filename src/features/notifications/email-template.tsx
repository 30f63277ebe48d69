import type { Child } from 'hono/jsx'

export interface Email {
  /** For whom, as the greeting names them. */
  readonly name: string
  readonly title: string
  /** What more there is to say; may be empty, may have several paragraphs. */
  readonly body: string
  /** The exact page that it is about, a whole address. */
  readonly href: string
}

/** The e-mail of a notification, as plain text and as HTML; both say the same. */
export function renderEmail(letter: Email): { text: string; html: string } {
  return { text: asText(letter), html: `<!doctype html>${String(<LetterPage {...letter} />)}` }
}

const because = 'You get this e-mail because it is about your account at Parley.'

function asText({ name, title, body, href }: Email): string {
  return [`Hello ${name},`, title, body, `Open it: ${href}`, `-- \n${because}`]
    .filter((part) => part !== '')
    .join('\n\n')
}

const LetterPage = ({ name, title, body, href }: Email): Child => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
    </head>
    <body>
      <p>Hello {name},</p>
      <h1>{title}</h1>
      {paragraphs(body).map((lines) => (
        <p dir="auto">
          {lines.map((line, index) => (
            <>
              {index > 0 ? <br /> : null}
              {line}
            </>
          ))}
        </p>
      ))}
      <p>
        <a href={href}>Open it in Parley</a>
      </p>
      <hr />
      <p>
        <small>{because}</small>
      </p>
    </body>
  </html>
)

const paragraphs = (body: string): string[][] =>
  body
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => paragraph.split('\n'))
