import { Hono } from 'hono'
import type { Broker } from '../broker/broker.ts'
import { cancelMessage } from '../broker/cancel.ts'
import { Refusal } from '../refusal.ts'
import { filtersOf, passes } from './filters.ts'
import { messageJson } from './wire.ts'

/** `/v2/messages`: what is still to be delivered. */
export function messagesApi(broker: Broker): Hono {
  const { store } = broker
  const matching = (query: URLSearchParams) =>
    store.messages.all().filter((message) => passes({ message, at: message.createdAt }, query))

  const api = new Hono()
  api.get('/v2/messages', (c) =>
    c.json({ messages: matching(filtersOf(c.req.url, 'messages')).map(messageJson) }),
  )
  // `count` is ignored: since 2.12 the client says that all matching messages are canceled.
  api.delete('/v2/messages', (c) => {
    const found = matching(filtersOf(c.req.url, 'messages'))
    return c.json({ cancelled: found.filter(({ id }) => cancelMessage(broker, id)).length })
  })
  api.get('/v2/messages/:id', (c) => {
    const message = store.messages.get(c.req.param('id'))
    if (message === undefined) throw notFound(c.req.param('id'))
    return c.json(messageJson(message))
  })
  api.delete('/v2/messages/:id', (c) => {
    if (!cancelMessage(broker, c.req.param('id'))) throw notFound(c.req.param('id'))
    return c.json({ cancelled: 1 })
  })
  return api
}

function notFound(id: string): Refusal {
  return new Refusal(404, `message ${id} not found`)
}
