import { Hono } from 'hono'
import type { SigningKeys } from '../delivery/signing-keys.ts'

/** `/v2/keys`. A rotation lasts until the restart, because the keys are also the app's settings. */
export function keysApi(keys: SigningKeys): Hono {
  const api = new Hono()
  api.get('/v2/keys', (c) => c.json(keys.toJSON()))
  api.post('/v2/keys/rotate', (c) => {
    keys.rotate()
    return c.json(keys.toJSON())
  })
  return api
}
