import type { Viewer } from '../../platform/http/context.ts'

/** Messages show who wrote to whom about what, so only admins see those that did not arrive. */
export function maySeeUndelivered({ role }: Pick<Viewer, 'role'>): boolean {
  return role === 'admin'
}
