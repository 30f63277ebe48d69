import { HTTPException } from 'hono/http-exception'
import { SECOND } from '../../shared/time.ts'

/** It does not exist, or the viewer may not know that it does. */
export function notFound(): HTTPException {
  return new HTTPException(404)
}

/** The viewer may see this but not change it. */
export function forbidden(message?: string): HTTPException {
  return new HTTPException(403, message ? { message } : {})
}

/** Somebody else has changed it since the viewer loaded the page. */
export function conflict(message?: string): HTTPException {
  return new HTTPException(409, message ? { message } : {})
}

/** There is more to do at the moment than this machine can, so nothing was done. */
export class TooBusy extends Error {
  override readonly name = 'TooBusy'
  /** In whole seconds, for `Retry-After`. */
  readonly retryAfter: number

  /** `wait` is in milliseconds. */
  constructor(wait: number) {
    super(`Too busy for ${wait} ms`)
    this.retryAfter = Math.max(1, Math.ceil(wait / SECOND))
  }
}
