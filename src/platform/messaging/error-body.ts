import * as z from 'zod'

const errorBody = z.union([
  // Resend's, and Twilio's with a code that one can look up.
  z
    .object({ message: z.string(), code: z.number().optional() })
    .transform(({ message, code }) => (code === undefined ? message : `${message} (${code})`)),
  // Google's.
  z.object({ error: z.object({ message: z.string() }) }).transform(({ error }) => error.message),
])

/** What the body of a provider's error response says to people: its message, or all of a body that has none. */
export function messageIn(body: string): string {
  try {
    return errorBody.parse(JSON.parse(body))
  } catch {
    return body
  }
}
