import * as z from 'zod'
import { DEFAULT_PERIOD, periodKeys } from './period.ts'

/** The period in a query string. Unknown ones are ignored. */
export const periodQuery = z.object({ period: z.enum(periodKeys).catch(DEFAULT_PERIOD) })
