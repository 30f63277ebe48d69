import { parameterPattern, type Route } from '../../../routes.ts'

interface Handled {
  readonly method: string
  /** As Hono has it. */
  readonly path: string
}

/**
 * Where a GET of an action leads. A form that was refused leaves its action's URL in the address bar, and people open it
 * again, bookmark it, or come back to it from signing in. The page of an action is the nearest one above it: that of
 * `/ad-requests/7/acceptance` is `/ad-requests/7`. Null if the path is no action, or one of `machines`, which no browser
 * sends.
 */
export function actionPages(handled: readonly Handled[], machines: readonly Route<string>[]) {
  const patternsOf = (method: string) =>
    [...new Set(handled.filter((one) => one.method === method).map(({ path }) => path))].map(toRegExp)
  const pages = patternsOf('GET')
  const actions = patternsOf('POST')
  const excluded = machines.map(({ pattern }) => toRegExp(pattern))

  return (path: string): string | null => {
    const isAction = matches(actions, path) && !matches(excluded, path)
    return isAction ? (parentsOf(path).find((parent) => matches(pages, parent)) ?? '/') : null
  }
}

function matches(patterns: readonly RegExp[], path: string): boolean {
  return patterns.some((pattern) => pattern.test(path))
}

/** The paths above a path, the nearest first. */
function parentsOf(path: string): string[] {
  const segments = path.split('/')
  return segments.slice(2).map((_, index) => segments.slice(0, segments.length - 1 - index).join('/'))
}

function toRegExp(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace(parameterPattern, (all) => /\{(.*)\}$/.exec(all)?.[1] ?? '[^/]+')}$`)
}
