import * as z from 'zod'
import { line } from '../../../platform/forms/fields.ts'
import { LONGEST_NAME } from '../saved-search.ts'

export const saveForm = z.object({
  name: line({ most: LONGEST_NAME, required: 'Give the search a name' }),
  /** The search's address after the question mark. */
  query: z.string().max(5_000).catch(''),
})
