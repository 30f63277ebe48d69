import type { App } from './app.ts'
import type { Visitor } from './visitor.ts'

/** For `startApp`: mail would go out after the answer, and its round trips would be counted with the page's. */
export const withoutMail = { RESEND_API_KEY: '' }

/** What a request cost: DESIGN.md allows a GET 2 round trips to the database and a POST 3. */
export interface Cost {
  readonly status: number
  readonly roundTrips: number
}

/**
 * Counts the round trips of one request, the redirect that answers a form not followed. With `fields` it is
 * the POST of a form, otherwise a GET. Nothing else may use the app's database meanwhile.
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
