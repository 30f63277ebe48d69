// The shortest token has 32 characters. No other segment of a path is half as long, nor is a slug.
const SECRET = /[^/?&=]{32,}/g

/** Whether a path holds a secret, such as the token of a calendar, of an unsubscribe link or of a password reset. */
export function hasSecret(path: string): boolean {
  return path.search(SECRET) !== -1
}

/** The path with a dot for each secret. */
export function withoutSecrets(path: string): string {
  return path.replace(SECRET, '…')
}
