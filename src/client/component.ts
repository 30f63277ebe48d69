import type { Magic } from '@alpinejs/csp'

/** Gives a component's methods the types of what Alpine adds to `this`. */
export function component<Members extends object>(members: Members & ThisType<Members & Magic>): Members {
  return members
}
