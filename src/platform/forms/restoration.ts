import { ChangeRefused } from '../db/database.ts'
import type { Restoration } from '../http/context.ts'

const restorations = new WeakMap<Request, Restoration>()

/** Marks a request as a restoration. No request from outside can be one. */
export function asRestoration(request: Request, restoration: Restoration): Request {
  restorations.set(request, restoration)
  return request
}

export function restorationOf(request: Request): Restoration | null {
  return restorations.get(request) ?? null
}

/** Thrown when a request that only shows a form again tries to change something. */
export class NothingDone extends ChangeRefused {
  override readonly name = 'NothingDone'
}
