import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Broker } from '../broker/broker.ts'
import type { SigningKeys } from '../delivery/signing-keys.ts'
import { Refusal } from '../refusal.ts'
import { deadLettersApi } from './dead-letters.ts'
import { eventsApi } from './events.ts'
import { keysApi } from './keys.ts'
import { messagesApi } from './messages.ts'
import { publishApi } from './publish.ts'
import { queuesApi } from './queues.ts'
import { schedulesApi } from './schedules.ts'
import { urlGroupsApi } from './url-groups.ts'

/** QStash's REST API. Everything needs the bearer token. Errors are `{"error"}`. */
export function qstashApi(broker: Broker, keys: SigningKeys, token: string): Hono {
  const api = new Hono()
  api.use('/v2/*', bearer(token))
  const parts = [
    publishApi(broker),
    messagesApi(broker),
    queuesApi(broker),
    schedulesApi(broker),
    deadLettersApi(broker),
    eventsApi(broker),
    urlGroupsApi(broker),
    keysApi(keys),
  ]
  for (const part of parts) api.route('/', part)
  api.all('/v2/*', (c) => {
    throw new Refusal(404, `the local QStash does not have ${c.req.method} ${c.req.path}`)
  })
  return api
}

function bearer(token: string) {
  return createMiddleware(async (c, next) => {
    if (c.req.header('Authorization') !== `Bearer ${token}`) {
      throw new Refusal(401, 'unauthorized: the bearer token is missing or wrong')
    }
    await next()
  })
}
