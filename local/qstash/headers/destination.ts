import { isLoopback } from '../../servers/local-only.ts'
import { Refusal } from '../refusal.ts'

/** Checks a URL to deliver to. Throws a 400 unless it is on this machine: this is only a stand-in for development. */
export function checkUrl(url: string, what = 'destination'): string {
  if (!/^https?:\/\//.test(url)) {
    throw new Refusal(400, `invalid ${what} url: endpoint has invalid scheme, add http:// or https://`)
  }
  const parsed = URL.parse(url)
  if (parsed === null) throw new Refusal(400, `invalid ${what} url: ${url}`)
  if (!isLoopback(parsed.hostname)) {
    throw new Refusal(
      400,
      `invalid ${what} url: this local QStash delivers only to localhost, not to ${parsed.hostname}`,
    )
  }
  return url
}

/**
 * The destination in the path of a request, which is not escaped: `/v2/publish/http://localhost:8787/jobs?a=1`. Its
 * query is the query of the request.
 */
export function destinationIn(requestUrl: string, prefix: string): string {
  const { pathname, search } = new URL(requestUrl)
  const rest = pathname.slice(prefix.length)
  const destination = /^https?%3A/i.test(rest) ? decodeURIComponent(rest) : rest + search
  if (destination === '') throw new Refusal(400, 'destination is empty')
  return destination
}
