import * as z from 'zod'
import type { AppContext } from '../../platform/http/context.ts'
import { countryName } from '../../shared/places.ts'
import { canonicalTimeZone } from '../../shared/time-zones/time-zones.ts'

const cloudflare = z.object({ timezone: z.string().optional(), country: z.string().optional() }).catch({})

/** Time zone and country to prefill a form with, as Cloudflare guesses them from the IP address. */
export function guessLocation(c: AppContext): { timeZone: string; country: string } {
  const { timezone = '', country = '' } = cloudflare.parse('cf' in c.req.raw ? c.req.raw.cf : {})
  return { timeZone: canonicalTimeZone(timezone) ?? 'UTC', country: countryName(country) ? country : '' }
}
