// The Worker for tests: it logs its writes for `cached-columns.ts`, and those of each POST to a page of admins for
// `writes/admin-acts.ts`.
import { AsyncLocalStorage } from 'node:async_hooks'
import { writes } from '../../src/platform/db/write.ts'
import worker from '../../src/worker.ts'

const batchesOfRequest = new AsyncLocalStorage()

writes.subscribe((message) => {
  const { statements, invalidates } = message
  console.debug(`parley:write ${JSON.stringify({ statements, invalidates })}`)
  batchesOfRequest.getStore()?.push(message)
})

export default {
  async fetch(request, env, context) {
    const { pathname } = new URL(request.url)
    const isAdminPost = request.method === 'POST' && pathname.startsWith('/admin/')
    if (!isAdminPost) return worker.fetch(request, env, context)

    const batches = []
    const response = await batchesOfRequest.run(batches, () => worker.fetch(request, env, context))
    const requestId = response.headers.get('X-Request-Id')
    console.debug(`parley:admin-post ${JSON.stringify({ path: pathname, requestId, batches })}`)
    return response
  },
}
