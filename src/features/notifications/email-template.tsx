import type { Child } from 'hono/jsx'

export interface Email {
  /** The recipient, as the greeting addresses them. */
  readonly name: string
  readonly title: string
  /** May be empty. A blank line starts a new paragraph. */
  readonly body: string
  /** The full URL of the page that it is about. */
  readonly href: string
}

/** Renders the same e-mail as plain text and as HTML. */
export function renderEmail(email: Email): { text: string; html: string } {
  return { text: renderText(email), html: `<!doctype html>${String(<EmailDocument {...email} />)}` }
}

const phrases = {
  greeting: (name: string) => `Hello ${name},`,
  open: 'Open in Parley',
  footer: "You're receiving this e-mail because it's about your Parley account.",
}

function renderText({ name, title, body, href }: Email): string {
  return [phrases.greeting(name), title, body, `${phrases.open}: ${href}`, `-- \n${phrases.footer}`]
    .filter((part) => part !== '')
    .join('\n\n')
}

const EmailDocument = ({ name, title, body, href }: Email): Child => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
    </head>
    <body>
      <p>{phrases.greeting(name)}</p>
      <h1>{title}</h1>
      {paragraphsOf(body).map((lines) => (
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
        <a href={href}>{phrases.open}</a>
      </p>
      <hr />
      <p>
        <small>{phrases.footer}</small>
      </p>
    </body>
  </html>
)

const paragraphsOf = (body: string): string[][] =>
  body
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => paragraph.split('\n'))
