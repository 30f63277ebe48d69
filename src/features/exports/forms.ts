import * as z from 'zod'
import { exportKindKeys } from './kinds.ts'

export const exportForm = z.object({
  kind: z.enum(exportKindKeys),
  /** The query string of the file's URL. */
  filters: z.string().max(2_000).catch(''),
})
