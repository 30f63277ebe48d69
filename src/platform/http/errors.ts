import { HTTPException } from 'hono/http-exception'

/** Not there, or not for this viewer: both look the same from outside. */
export function notFound(): HTTPException {
  return new HTTPException(404)
}

/** The viewer may see the thing but not do this to it. */
export function forbidden(message?: string): HTTPException {
  return new HTTPException(403, message ? { message } : {})
}

/** The thing was changed meanwhile, so what was asked for no longer fits. */
export function conflict(message?: string): HTTPException {
  return new HTTPException(409, message ? { message } : {})
}
