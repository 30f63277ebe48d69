import { HTTPException } from 'hono/http-exception'

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
