import * as z from 'zod'
import type { AppContext } from '../../platform/http/context.ts'
import { canonicalTimeZone, countryName } from '../../shared/places.ts'

const seen = z.object({ timezone: z.string().optional(), country: z.string().optional() }).catch({})

/** Where a request seems to come from, by what Cloudflare says of its address: a first guess for a form. */
export function guessLocation(c: AppContext): { timeZone: string; country: string } {
  const { timezone = '', country = '' } = seen.parse('cf' in c.req.raw ? c.req.raw.cf : {})
  return { timeZone: canonicalTimeZone(timezone) ?? 'UTC', country: countryName(country) ? country : '' }
}
