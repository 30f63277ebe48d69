import { parameterPattern, routes } from '../../routes.ts'

const patterns = Object.values(routes.emailLinks).map(
  ({ pattern }) => new RegExp(`^${pattern.replace(parameterPattern, '[^/]+')}$`),
)

/** Whether this is a link from an e-mail. Its token says who may open it, whoever is signed in. */
export function isEmailLink(path: string): boolean {
  return patterns.some((pattern) => pattern.test(path))
}
