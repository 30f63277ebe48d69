import * as z from 'zod'
import { formatDay } from '../../../shared/format.ts'
import { isDay } from '../../../shared/time.ts'

const day = z.string().refine(isDay).nullable().catch(null).default(null)

/** The days of a list in its query string. Days are in UTC, as on the dashboards that link to them. */
export const dayRange = { from: day, until: day } as const

/** "From November 1 (UTC)" and "Until November 30 (UTC)", for those that are set. */
export function dayTexts({ from, until }: { readonly from: string | null; readonly until: string | null }) {
  return {
    from: from && `From ${formatDay(from, '')} (UTC)`,
    until: until && `Until ${formatDay(until, '')} (UTC)`,
  }
}
