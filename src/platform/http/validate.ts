import { zValidator } from '@hono/zod-validator'
import * as z from 'zod'
import { camelCase } from '../../shared/case.ts'
import { notFound } from './errors.ts'
import { parseId } from './params.ts'

/**
 * Validates the query string: read it with `c.req.valid('query')`. The parameter `campaign_id` of the URL is
 * `campaignId` in the schema. People edit URLs, so a schema should have a fallback for each field.
 */
export function query<Schema extends z.ZodType>(schema: Schema) {
  return zValidator('query', z.preprocess(withCamelCaseNames, schema))
}

/** Validates the parameters of the path: read them with `c.req.valid('param')`. A bad one is a 404. */
export function params<Shape extends z.ZodRawShape>(shape: Shape) {
  return zValidator('param', z.object(shape), (result) => {
    if (!result.success) throw notFound()
  })
}

/** An id in a path: a positive whole number. */
export function id<Id extends number>() {
  return z.string().transform((text, context): Id => {
    const found = parseId<Id>(text)
    if (found !== null) return found
    context.addIssue({ code: 'custom', message: 'Not an id' })
    return z.NEVER
  })
}

/** An id in a query string; null if it is missing or not an id. */
export function optionalId<Id extends number>() {
  return z
    .string()
    .optional()
    .catch(undefined)
    .transform((text) => parseId<Id>(text))
}

function withCamelCaseNames(input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [camelCase(name), value]))
}
