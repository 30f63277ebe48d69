// The Worker for tests: it logs its writes for `../writes/cached-columns.ts`, and those of each POST to a page of admins for
// `../writes/admin-acts.ts`. It takes new variables from `pool.ts`.
import { AsyncLocalStorage } from 'node:async_hooks'
import { writes } from '../../../src/platform/db/write.ts'
import worker from '../../../src/worker.ts'
import { ADMIN_POST_LOG, BEGIN, END, END_LOG, WRITE_LOG } from './words.ts'

const batchesOfRequest = new AsyncLocalStorage()

writes.subscribe((message) => {
  const { statements, invalidates } = message
  console.debug(`${WRITE_LOG}${JSON.stringify({ statements, invalidates })}`)
  batchesOfRequest.getStore()?.push(message)
})

/** Those of the test that uses this Worker. What the Worker keeps in memory belongs to this object, so nothing stays. */
let bindings = {}
/** Requests, and the work that goes on after their responses. */
let unfinished = 0

export default {
  async fetch(request, env, context) {
    const { pathname } = new URL(request.url)
    if (pathname === BEGIN) return begin(request, env)
    if (pathname === END) return end()
    const watched = { waitUntil: (work) => context.waitUntil(count(work)), passThroughOnException() {} }
    const answer = () => count(worker.fetch(request, bindings, watched))
    const isAdminPost = request.method === 'POST' && pathname.startsWith('/admin/')
    if (!isAdminPost) return answer()

    const batches = []
    const response = await batchesOfRequest.run(batches, answer)
    const requestId = response.headers.get('X-Request-Id')
    console.debug(`${ADMIN_POST_LOG}${JSON.stringify({ path: pathname, requestId, batches })}`)
    return response
  },
}

async function begin(request, env) {
  bindings = { ...env, ...(await request.json()) }
  const { objects } = await env.FILES.list()
  if (objects.length > 0) await env.FILES.delete(objects.map(({ key }) => key))
  unfinished = 0
  return new Response()
}

async function end() {
  while (unfinished > 0) await new Promise((resolve) => setTimeout(resolve, 5))
  console.debug(END_LOG)
  return new Response()
}

async function count(work) {
  unfinished += 1
  try {
    return await work
  } finally {
    unfinished -= 1
  }
}
