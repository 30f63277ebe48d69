import { routes } from '../../../../routes.ts'

/** Whether the path is one of the pages about a person's own security, which are open in every state of an account. */
export function isOwnSecurity(path: string): boolean {
  const root = routes.settings.security.show.href()
  return path === root || path.startsWith(`${root}/`)
}
