import * as z from 'zod'
import { type DeliverableKind, deliverableKindKeys } from '../../shared/taxonomy.ts'

/** The kinds that somebody chose so far, in a query string. Null if it does not say. */
export const chosenKinds = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .transform(kindsIn)
  .nullable()
  .catch(null)
  .default(null)

/** The kinds among the texts of a form. */
export function kindsIn(texts: readonly string[]): DeliverableKind[] {
  return deliverableKindKeys.filter((kind) => texts.includes(kind))
}
