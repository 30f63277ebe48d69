import type { AppContext } from '../http/context.ts'
import { canonicalTimeZone, countryName } from '../shared/places.ts'

/** Where a request seems to come from, by what Cloudflare says of its address: a first guess for a form. */
export function whereabouts(c: AppContext): { timeZone: string; country: string } {
  const { timezone, country } = c.req.raw.cf ?? {}
  return {
    timeZone: (typeof timezone === 'string' && canonicalTimeZone(timezone)) || 'UTC',
    country: typeof country === 'string' && countryName(country) ? country : '',
  }
}
