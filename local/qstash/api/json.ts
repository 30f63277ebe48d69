import type * as z from 'zod'
import { Refusal } from '../refusal.ts'

/** Parses the JSON of a request. Throws a 400 that says which field is wrong. */
export function parseJson<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> {
  const parsed = schema.safeParse(jsonOrUndefined(text))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const where = issue?.path.join('.') || 'body'
  throw new Refusal(400, `invalid request: ${where}: ${issue?.message ?? 'not valid'}`)
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
