import type { Magic } from '@alpinejs/csp'

/** Types `this` in a component's methods, including what Alpine adds to it. */
export function component<Members extends object>(members: Members & ThisType<Members & Magic>): Members {
  return members
}
