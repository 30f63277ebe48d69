import type { App } from './app.ts'
import type { Visitor } from './visitor.ts'

/** For `startApp`. Sending mail after the response would add round trips. */
export const withoutMail = {
  RESEND_API_KEY: '',
  GOOGLE_CHAT_API_URL: 'off',
  TWILIO_ACCOUNT_SID: '',
  TWILIO_AUTH_TOKEN: '',
  TWILIO_FROM: '',
}

/** A GET may take 2 round trips to the database, a POST 3. */
export interface Cost {
  readonly status: number
  readonly roundTrips: number
}

/**
 * Counts the round trips of one request, without following a redirect. With `fields` it is a POST, otherwise a GET.
 * Nothing else may use the database at the same time.
 */
export async function countRoundTrips(
  app: App,
  visitor: Visitor,
  path: string,
  fields?: Readonly<Record<string, string>>,
): Promise<Cost> {
  const before = app.libsql.pipelines
  const answer = await visitor.send(path, fields ? { method: 'POST', body: new URLSearchParams(fields) } : {})
  await answer.arrayBuffer()
  return { status: answer.status, roundTrips: app.libsql.pipelines - before }
}
