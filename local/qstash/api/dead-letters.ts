import { Hono } from 'hono'
import type { Broker } from '../broker/broker.ts'
import { findDeadLetter, retryDeadLetter } from '../broker/dead-letters.ts'
import { filtersOf, pageOf, passes } from './filters.ts'
import { deadLetterJson } from './wire.ts'

/** `/v2/dlq`: messages that could not be delivered, newest first. */
export function deadLettersApi(broker: Broker): Hono {
  const { store } = broker
  const page = (url: string) => {
    const query = filtersOf(url, 'deadLetters')
    const ids = query.getAll('dlqIds')
    const found = store.deadLetters
      .all()
      .reverse()
      .filter((one) => ids.length === 0 || ids.includes(one.id))
      .filter((one) => passes(one, query))
    return pageOf(found, query)
  }

  const api = new Hono()
  api.get('/v2/dlq', (c) => {
    const { items, cursor } = page(c.req.url)
    return c.json({ messages: items.map(deadLetterJson), cursor })
  })
  api.delete('/v2/dlq', (c) => {
    const { items, cursor } = page(c.req.url)
    for (const { id } of items) store.deadLetters.delete(id)
    return c.json({ deleted: items.length, cursor })
  })
  api.post('/v2/dlq/retry', (c) => {
    const { items, cursor } = page(c.req.url)
    const responses = items.map(({ id }) => ({ messageId: retryDeadLetter(broker, id) }))
    return c.json({ responses, cursor })
  })
  api.post('/v2/dlq/retry/:id', (c) => c.json({ messageId: retryDeadLetter(broker, c.req.param('id')) }))
  api.get('/v2/dlq/:id', (c) => c.json(deadLetterJson(findDeadLetter(broker, c.req.param('id')))))
  api.delete('/v2/dlq/:id', (c) => {
    store.deadLetters.delete(findDeadLetter(broker, c.req.param('id')).id)
    return c.body(null, 200)
  })
  return api
}
