import { createHash } from 'node:crypto'

/** What one write makes stale at once: each has a version, and an entry counts under the versions it names. */
export const namespaces = ['influencers', 'campaigns', 'statistics'] as const

export type Namespace = (typeof namespaces)[number]

/** How the keys of one deployment over one database are called in a Redis that others may use too. */
export interface Keys {
  version(namespace: Namespace): string
  /** `names`: everything that the entry varies by. The order of an object's fields makes no difference. */
  entry(uses: readonly Namespace[], names: object): string
}

/** `database`: its URL; `build`: what tells this program from its next one, which may want another shape. */
export function keysOf(database: string, build: string): Keys {
  const home = `parley:${new URL(database).host}`
  return {
    version: (namespace) => `${home}:v:${namespace}`,
    entry: (uses, names) => `${home}:${build}:${uses.join('+')}:${short(JSON.stringify(names, sorted))}`,
  }
}

const LONGEST = 200

// Words that people search for are long at times.
function short(text: string): string {
  return text.length <= LONGEST ? text : createHash('sha256').update(text).digest('base64url')
}

function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
