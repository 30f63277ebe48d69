import { quarterOf } from '../../shared/time.ts'
import { noCache } from '../cache/cache.ts'
import type { Namespace } from '../cache/namespaces.ts'
import type { AppContext } from './context.ts'
import { hasFlash } from './flash.ts'
import { wantsFragment } from './render.ts'

/**
 * A page that all visitors see alike, from the cache where it is there: then nothing is read and nothing drawn.
 * It varies by its address, its query and the quarter of an hour, since campaigns end with one, and by nothing
 * else. So it is not for anybody who is signed in, has just done something, or wants a part: for them it is
 * rendered. `uses`: what the page shows something of.
 */
export async function sharedPage(
  c: AppContext,
  uses: readonly Namespace[],
  render: () => Response | Promise<Response>,
): Promise<Response> {
  if (c.get('viewer') || hasFlash(c) || wantsFragment(c)) return render()

  const names = {
    for: 'visitors',
    page: c.req.path,
    query: c.req.query(),
    quarter: quarterOf(c.var.now),
  }
  const { value: html } = await c.get('cache').getOrSet(uses, names, async () => {
    // The whole is kept: to ask for its parts too would make a visitor wait for a slow Redis twice.
    c.set('cache', noCache)
    return (await render()).text()
  })
  c.header('Vary', 'HX-Request-Type')
  return c.html(html)
}
