import { hash } from 'node:crypto'

/** What is stored of a secret token: a session's or a link's. Nobody can use what they read in the table. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'base64url')
}
