import { quarterOf } from '../../shared/time.ts'
import { noCache } from '../cache/cache.ts'
import type { Namespace } from '../cache/namespaces.ts'
import type { AppContext } from './context.ts'
import { hasFlash } from './flash.ts'
import { wantsFragment } from './render.ts'

/**
 * Serves a page that is the same for all visitors from the cache, without reading from the database or rendering.
 * The cache key is the path, the query and the quarter-hour, because campaigns begin and end on quarter-hours. Writes to the
 * namespaces in `uses` invalidate it. Requests of signed-in users, requests with a flash text and requests for
 * fragments are not cached.
 */
export async function cachedPage(
  c: AppContext,
  uses: readonly Namespace[],
  render: () => Response | Promise<Response>,
): Promise<Response> {
  if (c.get('viewer') || hasFlash(c) || wantsFragment(c)) return render()

  const names = {
    for: 'visitors',
    page: c.req.path,
    query: c.req.query(),
    quarter: quarterOf(c.get('now')),
  }
  const { value: html } = await c.get('cache').getOrSet(uses, names, async () => {
    // The whole page is cached. If its parts were cached too, visitors would wait for a slow Redis twice.
    c.set('cache', noCache)
    return (await render()).text()
  })
  c.header('Vary', 'HX-Request-Type')
  return c.html(html)
}
