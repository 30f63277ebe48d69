import type { AppContext } from '../../platform/http/context.ts'
import { countryName } from '../../shared/places.ts'
import { deviceOf } from './device.ts'
import { isPrivate, networkOf } from './network.ts'

/** Where a request came from, as the security log and the list of sessions show it. Empty strings if unknown. */
export interface RequestOrigin {
  /** "Firefox on Windows" */
  readonly device: string
  /** "Lisbon, Portugal" */
  readonly place: string
  /** `203.0.113.0/24`, see `network.ts`. */
  readonly network: string
}

/** Where the request came from: its browser, what Cloudflare knows of the place, and its network. */
export function originOf(c: AppContext): RequestOrigin {
  const address = c.req.header('CF-Connecting-IP') ?? ''
  return {
    device: deviceOf(c.req.header('User-Agent')),
    // On a developer's machine, `cf` names some city.
    place: isPrivate(address) ? '' : placeOf(c.req.raw),
    network: networkOf(address),
  }
}

/** For what no request did, such as a job. */
export const noOrigin: RequestOrigin = { device: '', place: '', network: '' }

/** Cloudflare's `request.cf`. It is missing on other servers. */
function placeOf(request: object): string {
  const cf: unknown = 'cf' in request ? request.cf : undefined
  if (typeof cf !== 'object' || cf === null) return ''
  const city = 'city' in cf && typeof cf.city === 'string' ? cf.city.slice(0, 80) : ''
  const country = 'country' in cf && typeof cf.country === 'string' ? countryName(cf.country) : ''
  return [city, country].filter(Boolean).join(', ')
}
