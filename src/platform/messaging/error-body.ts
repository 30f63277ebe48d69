import * as z from 'zod'

// Resend and Twilio answer with `message`, Google with `error.message`.
const errorBody = z.union([
  z.object({ message: z.string() }),
  z.object({ error: z.object({ message: z.string() }) }).transform(({ error }) => error),
])

/** What the body of a provider's error response says to people: its message, or all of a body that has none. */
export function messageIn(body: string): string {
  try {
    return errorBody.parse(JSON.parse(body)).message
  } catch {
    return body
  }
}
