import type { WaitLimit } from './wait-limit.ts'

/** The URL and the token of the database, named as in `env.ts`. */
export interface Access {
  /** Begins with http, https or libsql. libsql means https. */
  readonly TURSO_DATABASE_URL: string
  readonly TURSO_AUTH_TOKEN?: string | undefined
}

export interface Query {
  readonly sql: string
  readonly params: readonly unknown[]
}

/**
 * Runs selects in one read transaction and one round trip, over libSQL's own protocol
 * (https://github.com/tursodatabase/libsql/blob/main/docs/HRANA_2_SPEC.md). Returns the rows of each select. A row is
 * the list of its values. Throws an error with the message of the database.
 *
 * `@libsql/client` can do that too, but takes longer and is only used for changes: see docs/decisions/0005-reads.md.
 */
export async function readRows(
  access: Access,
  queries: readonly Query[],
  send: WaitLimit['fetch'] = fetch,
): Promise<unknown[][][]> {
  // A single select needs no transaction.
  const alone = queries.length === 1
  const steps = await runSteps(access, alone ? queries : [BEGIN, ...queries, COMMIT], send)
  return (alone ? steps : steps.slice(1, -1)).map(({ rows }) => rows.map((row) => row.map(fromValue)))
}

const BEGIN: Query = { sql: 'BEGIN TRANSACTION READONLY', params: [] }
const COMMIT: Query = { sql: 'COMMIT', params: [] }

// Runs each step only if the one before it succeeded. After a failure, closing the connection ends the transaction.
async function runSteps(
  access: Access,
  queries: readonly Query[],
  send: WaitLimit['fetch'],
): Promise<StepResult[]> {
  const steps = queries.map(({ sql, params }, index) => ({
    stmt: { sql, args: params.map(toValue), want_rows: true },
    ...(index > 0 && { condition: { type: 'ok', step: index - 1 } }),
  }))
  const [answer] = await post(access, [{ type: 'batch', batch: { steps } }, { type: 'close' }], send)
  if (!answer || answer.type === 'error') throw failure(answer?.error)

  const { step_results: results, step_errors: errors } = answer.response.result
  return results.map((result, index) => {
    if (!result) throw failure(errors[index])
    return result
  })
}

async function post(
  { TURSO_DATABASE_URL: url, TURSO_AUTH_TOKEN: token }: Access,
  requests: readonly object[],
  send: WaitLimit['fetch'],
): Promise<Answer[]> {
  const base = url.replace(/^libsql:/, 'https:').replace(/\/$/, '')
  const response = await send(`${base}/v2/pipeline`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ requests }),
  })
  if (!response.ok) throw new Error(`The database answered ${response.status}: ${await response.text()}`)
  const { results }: { results: Answer[] } = await response.json()
  return results
}

type Answer =
  | {
      type: 'ok'
      response: { result: { step_results: (StepResult | null)[]; step_errors: (Failure | null)[] } }
    }
  | { type: 'error'; error: Failure }

interface StepResult {
  readonly rows: Value[][]
}

interface Failure {
  readonly message: string
  readonly code?: string | null
}

type Value =
  | { type: 'null' }
  | { type: 'integer'; value: string }
  | { type: 'float'; value: number }
  | { type: 'text'; value: string }
  | { type: 'blob'; base64: string }

function failure(error: Failure | null | undefined): Error {
  return new Error(
    error ? `${error.code ?? 'The database says'}: ${error.message}` : 'The database did not answer',
  )
}

// Numbers are sent as floats, as @libsql/client does. An INTEGER column converts whole ones to integers.
function toValue(value: unknown): Value {
  if (value === null) return { type: 'null' }
  if (typeof value === 'number') return { type: 'float', value }
  if (typeof value === 'string') return { type: 'text', value }
  throw new TypeError(`A select was given a ${typeof value}`)
}

function fromValue(value: Value): string | number | null | Buffer {
  switch (value.type) {
    case 'null':
      return null
    case 'integer':
      return Number(value.value)
    case 'blob':
      return Buffer.from(value.base64, 'base64')
    default:
      return value.value
  }
}
