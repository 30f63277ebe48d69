import { StatementError } from './errors.ts'
import type { Stmt, Value } from './protocol.ts'

/** A value that the embedded library can bind. It stores a number as REAL and a bigint as INTEGER. */
export type Bound = null | bigint | number | string | Uint8Array

/**
 * The arguments of a statement in the order of its parameters. Names may have their prefix or not. Like libsql-server,
 * refuses extra, missing and mixed arguments, for which the library would bind NULL.
 */
export function boundArguments(parameters: readonly (string | null)[], stmt: Stmt): Bound[] {
  const positional = stmt.args ?? []
  const named = stmt.named_args ?? []
  if (positional.length > 0 && named.length > 0) {
    throw new StatementError(
      'ARGS_BOTH_POSITIONAL_AND_NAMED',
      'Specifying both positional and named arguments is not supported',
    )
  }

  const given = positional.length + named.length
  if (given > parameters.length) {
    throw invalid(`too many parameters, expected ${parameters.length} found ${given}`)
  }
  if (parameters.length === 0) return []

  const byName = new Map(named.map((argument) => [argument.name, argument.value]))
  return parameters.map((name, index) => {
    const value =
      name === null || name.startsWith('?')
        ? positional[index]
        : (byName.get(name) ?? byName.get(name.slice(1)))
    if (value === undefined) throw invalid(`value for parameter ${name ?? index + 1} not found`)
    return bound(value)
  })
}

/** One of SQLite's values as JSON. An infinite REAL becomes null, as in libsql-server. */
export function encodeValue(value: unknown): string {
  if (typeof value === 'string') return `{"type":"text","value":${JSON.stringify(value)}}`
  if (typeof value === 'bigint') return `{"type":"integer","value":"${value}"}`
  if (typeof value === 'number') return `{"type":"float","value":${JSON.stringify(value)}}`
  if (value === null) return '{"type":"null"}'
  if (Buffer.isBuffer(value)) return `{"type":"blob","base64":"${value.toString('base64')}"}`
  throw new TypeError(`The database returned a value of an unknown type: ${typeof value}`)
}

function invalid(reason: string): StatementError {
  return new StatementError('ARGS_INVALID', `Arguments do not match SQL parameters: ${reason}`)
}

function bound(value: Value): Bound {
  switch (value.type) {
    case 'null':
      return null
    case 'integer':
      return BigInt(value.value)
    case 'blob':
      return Buffer.from(value.base64, 'base64')
    default:
      return value.value
  }
}
