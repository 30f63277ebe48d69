import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Who may import whom: each layer only from itself and from the layers before it. */
const layers: readonly string[] = ['shared', 'platform', 'ui', 'features', 'app.tsx', 'worker.ts']

/** The same for the features: each only from itself and from the features before it. */
const features: readonly string[] = [
  'activity',
  'notifications',
  'accounts',
  'sponsors',
  'influencers',
  'sign-up',
  'campaigns',
  'collaborations',
  'ad-requests',
  'discovery',
  'viewer',
  'admin',
  'marketing',
  'home',
]

const MAX_FILES_IN_FOLDER = 15

const root = join(import.meta.dirname, '..')
const src = join(root, 'src')
const files = sourceFiles(src)

describe('imports', () => {
  it('run one way between layers', () => {
    const wrong = imports().filter(({ from, to }) => layerOf(to) > layerOf(from))
    expect(explain(wrong, layers)).toEqual([])
  })

  it('run one way between features', () => {
    const wrong = imports().filter(({ from, to }) => isBetweenFeatures(from, to) && !isAllowed(from, to))
    expect(explain(wrong, features)).toEqual([])
  })

  it('have no circles', () => {
    expect(circles()).toEqual([])
  })
})

describe('folders', () => {
  it('hold at most 15 files', () => {
    const counts = Map.groupBy([...files, ...sourceFiles(join(root, 'test'))], dirname)
    const full = [...counts].filter(([, inside]) => inside.length > MAX_FILES_IN_FOLDER)
    expect(full.map(([folder, inside]) => `${relative(root, folder)} holds ${inside.length} files`)).toEqual(
      [],
    )
  })

  it('of src/features are all in the list above', () => {
    const found = readdirSync(join(src, 'features'))
    expect(found.sort()).toEqual([...features].sort())
  })
})

interface Import {
  /** Paths below `src`. */
  readonly from: string
  readonly to: string
}

function imports(): Import[] {
  return files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:from|import) '(\.[^']+)'/g)].map(([, path = '']) => ({
      from: relative(src, file),
      to: relative(src, join(dirname(file), path)),
    })),
  )
}

// env.ts and routes.ts stand beside the layers: anybody may import them, and they import only `shared`.
function layerOf(path: string): number {
  const [top = ''] = path.split('/')
  if (path === 'env.ts' || path === 'routes.ts') return 0
  return layers.indexOf(top)
}

function isBetweenFeatures(from: string, to: string): boolean {
  return from.startsWith('features/') && to.startsWith('features/')
}

// A query may join any table, so a feature may import the `schema.ts` of a later one (see docs/decisions).
function isAllowed(from: string, to: string): boolean {
  return featureOf(to) <= featureOf(from) || to.endsWith('/schema.ts')
}

function featureOf(path: string): number {
  return features.indexOf(path.split('/')[1] ?? '')
}

function explain(wrong: readonly Import[], order: readonly string[]): string[] {
  return wrong.map(({ from, to }) => `${from} imports ${to}; the order is ${order.join(' → ')}`)
}

function circles(): string[] {
  const edges = Map.groupBy(imports(), ({ from }) => from)
  const done = new Set<string>()
  const found: string[] = []
  const visit = (file: string, path: readonly string[]) => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (done.has(file) || path.includes(file)) return
    for (const { to } of edges.get(file) ?? []) visit(to, [...path, file])
    done.add(file)
  }
  for (const file of edges.keys()) visit(file, [])
  return found
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mts)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('/client/'))
}
