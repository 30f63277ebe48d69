import * as z from 'zod'
import { name } from '../../../platform/forms/fields.ts'
import { MAX_NAME_LENGTH } from '../saved-search.ts'

export const saveForm = z.object({
  name: name({ max: MAX_NAME_LENGTH, required: 'Enter a name for the search' }),
  /** The query string of the search. */
  query: z.string().max(5_000).catch(''),
})
