import { Hono } from 'hono'
import * as z from 'zod'
import type { Broker } from '../broker/broker.ts'
import { checkUrl } from '../headers/destination.ts'
import { Refusal } from '../refusal.ts'
import { parseJson } from './json.ts'
import { urlGroupJson } from './wire.ts'

const added = z.object({ endpoints: z.array(z.object({ name: z.string().optional(), url: z.string() })) })
const removed = z.object({
  endpoints: z.array(z.object({ name: z.string().optional(), url: z.string().optional() })),
})

/** `/v2/topics`: URL groups, under their old name. */
export function urlGroupsApi({ store, clock }: Broker): Hono {
  const find = (name: string) => {
    const group = store.urlGroups.get(name)
    if (group === undefined) throw new Refusal(404, `url group ${name} not found`)
    return group
  }

  const api = new Hono()
  api.get('/v2/topics', (c) => c.json(store.urlGroups.all().map(urlGroupJson)))
  api.get('/v2/topics/:name', (c) => c.json(urlGroupJson(find(c.req.param('name')))))
  api.delete('/v2/topics/:name', (c) => {
    store.urlGroups.delete(find(c.req.param('name')).id)
    return c.body(null, 200)
  })
  api.post('/v2/topics/:name/endpoints', async (c) => {
    const { endpoints } = parseJson(added, await c.req.text())
    for (const { url } of endpoints) checkUrl(url)
    const now = clock.now()
    const name = c.req.param('name')
    if (!/^[\w.-]+$/.test(name)) throw new Refusal(400, `invalid url group name: ${name}`)
    const group = store.urlGroups.get(name) ?? { id: name, endpoints: [], createdAt: now, updatedAt: now }
    const kept = group.endpoints.filter((one) => !endpoints.some((other) => isSame(one, other)))
    store.urlGroups.put({ ...group, endpoints: [...kept, ...endpoints], updatedAt: now })
    return c.body(null, 200)
  })
  api.delete('/v2/topics/:name/endpoints', async (c) => {
    const { endpoints } = parseJson(removed, await c.req.text())
    const group = find(c.req.param('name'))
    const kept = group.endpoints.filter((one) => !endpoints.some((other) => isSame(one, other)))
    // A group without endpoints does not exist.
    if (kept.length === 0) store.urlGroups.delete(group.id)
    else store.urlGroups.put({ ...group, endpoints: kept, updatedAt: clock.now() })
    return c.body(null, 200)
  })
  return api
}

interface Endpoint {
  readonly name?: string | undefined
  readonly url?: string | undefined
}

function isSame(one: Endpoint, other: Endpoint): boolean {
  return (one.name !== undefined && one.name === other.name) || one.url === other.url
}
