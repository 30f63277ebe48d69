import { EmailDocument } from './document.tsx'
import { type Email, partsFor } from './email.ts'
import { plainText } from './plain-text.ts'
import type { Reader } from './reader.ts'

/** Renders an e-mail for one reader: its subject, and the same content as plain text and as HTML. */
export function renderEmail(email: Email, reader: Reader): { subject: string; text: string; html: string } {
  const parts = partsFor(reader, email)
  return {
    subject: parts.subject,
    text: plainText(parts),
    html: `<!doctype html>${String(<EmailDocument {...parts} />)}`,
  }
}
