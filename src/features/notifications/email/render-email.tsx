import { isolated, isolatedLines } from '../../../shared/text/direction.ts'
import { isolateHtml } from '../../../shared/text/isolate-html.ts'
import { EmailDocument } from './document.tsx'
import { type Email, partsFor } from './email.ts'
import { plainText } from './plain-text.ts'
import type { Reader } from './reader.ts'

/** Renders an e-mail for one reader: its subject, and the same content as plain text and as HTML. */
export function renderEmail(email: Email, reader: Reader): { subject: string; text: string; html: string } {
  const parts = partsFor(reader, email)
  return {
    subject: isolated(parts.subject),
    text: isolatedLines(plainText(parts)),
    html: isolateHtml(`<!doctype html>${String(<EmailDocument {...parts} />)}`),
  }
}
