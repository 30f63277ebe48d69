import * as z from 'zod'
import type { SubmittedValues } from '../../platform/forms/form.ts'
import type { AppContext } from '../../platform/http/context.ts'
import type { BulkScope } from '../../platform/list/bulk-request.ts'
import { camelCase } from '../../shared/case.ts'
import { MAX_AGE_OF_PAGE } from './bulk-action.ts'

/** The query string of the question's page, as if it were a submitted form. */
export function submittedInQuery(c: AppContext): SubmittedValues {
  const entries = Object.entries(c.req.queries()).map(([name, values]) => [camelCase(name), values])
  return Object.fromEntries(entries)
}

/** What the form carries besides the rows and the fields of the kind. */
const ownFields = z.object({
  seenAt: z.coerce.number().int().positive().optional().catch(undefined),
})

export interface OwnFields {
  /** When the admin saw the list, in milliseconds UTC. */
  readonly seenAt: number
}

/** Forms without them, or with those of a page from another day, are as if they were shown now. */
export function ownFieldsOf(fields: Readonly<Record<string, string>>, now: number): OwnFields {
  const { seenAt } = ownFields.parse(fields)
  const isRecent = seenAt !== undefined && seenAt <= now && now - seenAt < MAX_AGE_OF_PAGE
  return { seenAt: isRecent ? seenAt : now }
}

/** What the admin filled in, without what the form carries. */
export function typedFields({
  seenAt,
  matching,
  count,
  selected,
  ...typed
}: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return typed
}

/** How many rows the admin was asked about. */
export function askedCount(scope: BulkScope): number {
  return 'ids' in scope ? scope.ids.length : scope.count
}
