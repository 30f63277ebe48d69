import type { App } from '../app.ts'

interface Wanted {
  readonly to: string
  /** The whole subject. */
  readonly subject: string
  /** How many of them must have come. The link of the newest is taken. */
  readonly count?: number
}

/** Waits for an e-mail and returns the path that its button opens. E-mail is sent after the response. */
export async function linkIn(app: App, { to, subject, count = 1 }: Wanted): Promise<string> {
  // The inbox has the newest first.
  const deadline = Date.now() + 20_000
  for (;;) {
    const found = app.mail.messages().filter((mail) => mail.to.includes(to) && mail.subject === subject)
    if (found.length >= count) return pathIn(found[0]?.text)
    if (Date.now() > deadline) throw new Error(`No mail "${subject}" came for ${to}:\n${mailsTo(app, to)}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

/** The subjects of all e-mails to an address. Whoever needs them all waits for the last one first. */
export function subjectsTo(app: App, to: string): string[] {
  return app.mail
    .messages()
    .filter((mail) => mail.to.includes(to))
    .map(({ subject }) => subject)
}

function mailsTo(app: App, to: string): string {
  return subjectsTo(app, to).join('\n')
}

function pathIn(text: string | null | undefined): string {
  const [, path] =
    /http:\/\/[^/\s]+(\/(?:email-confirmation|email-change-undo|password-reset)\/\S+)/.exec(text ?? '') ?? []
  if (!path) throw new Error(`There is no link in:\n${text}`)
  return path
}
