import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

/** A layer may import only itself and the layers before it. */
const layers: readonly string[] = [
  'shared',
  'platform',
  'ui',
  'features',
  'features.ts',
  'guards.ts',
  'error-pages.ts',
  'app.tsx',
  'worker.ts',
]

/** A feature may import only itself and the features before it. */
const features: readonly string[] = [
  'activity',
  'notifications',
  'audit',
  'security-log',
  'email-links',
  'accounts',
  'email-addresses',
  'password-reset',
  'sent-forms',
  'reason-templates',
  'sponsors',
  'price-guidance',
  'influencers',
  'sign-up',
  'campaigns',
  'collaborations',
  'ad-requests',
  'flags',
  'abuse-reports',
  'calendar',
  'discovery',
  'exports',
  'reports',
  'statistics',
  'viewer',
  'reminders',
  'bulk-actions',
  'personal-data',
  'jobs',
  'admin',
  'marketing',
  'home',
]

/** The only writes to another feature's table. The owner imports the writer, so the writer cannot import the owner. */
const allowedWrites: readonly string[] = [
  // An offer cannot outlive its campaign, even if the campaign now ends earlier.
  'features/campaigns/commands.ts writes adRequests',
]

const MAX_FILES_IN_FOLDER = 15

const root = join(import.meta.dirname, '..')
const src = join(root, 'src')
// The browser code imports nothing from the Worker and is built apart from it.
const files = filesIn(src, /\.tsx?$/).filter((file) => !file.includes('/client/'))

describe('imports', () => {
  it('follow the order of the layers', () => {
    const wrong = imports().filter(({ from, to }) => layerOf(to) > layerOf(from))
    expect(explain(wrong, layers)).toEqual([])
  })

  it('follow the order of the features', () => {
    const wrong = imports().filter(({ from, to }) => isBetweenFeatures(from, to) && !isAllowed(from, to))
    expect(explain(wrong, features)).toEqual([])
  })

  it('are never circular', () => {
    expect(circles()).toEqual([])
  })
})

describe('tables', () => {
  it('are written only by the feature that owns them', () => {
    expect(foreignWrites()).toEqual([])
  })
})

describe('files', () => {
  it('are short: 95 of 100 have at most 180 lines, half of them at most 60', () => {
    const lengths = files.map(lineCount).sort((a, b) => a - b)
    expect(percentile(lengths, 0.5), `The longest: ${longest()}`).toBeLessThanOrEqual(60)
    expect(percentile(lengths, 0.95), `The longest: ${longest()}`).toBeLessThanOrEqual(180)
  })
})

describe('folders', () => {
  it('hold at most 15 files', () => {
    const all = [src, join(root, 'local'), join(root, 'test')].flatMap((folder) =>
      filesIn(folder, /\.(tsx?|js|scss)$/),
    )
    const counts = Map.groupBy(all, dirname)
    const full = [...counts].filter(([, inside]) => inside.length > MAX_FILES_IN_FOLDER)
    expect(full.map(([folder, inside]) => `${relative(root, folder)} holds ${inside.length} files`)).toEqual(
      [],
    )
  })

  it('of src/features are all in the list of features', () => {
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

// All layers may import env.ts and routes.ts, which import only `shared`.
function layerOf(path: string): number {
  const [top = ''] = path.split('/')
  if (path === 'env.ts' || path === 'routes.ts') return 0
  return layers.indexOf(top)
}

function isBetweenFeatures(from: string, to: string): boolean {
  return from.startsWith('features/') && to.startsWith('features/')
}

// A query may join any table, so a feature may import the `schema.ts` of a later one.
function isAllowed(from: string, to: string): boolean {
  return featureOf(to) <= featureOf(from) || to.endsWith('/schema.ts')
}

function featureOf(path: string): number {
  return features.indexOf(path.split('/')[1] ?? '')
}

function explain(wrong: readonly Import[], order: readonly string[]): string[] {
  return wrong.map(({ from, to }) => `${from} must not import ${to}. The order is ${order.join(' → ')}`)
}

// `mutation.update(campaigns)` in a feature that imports `campaigns` from another feature's schema.
function foreignWrites(): string[] {
  return files.flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    const from = relative(src, file)
    return importedTables(file, text).flatMap(({ table, to }) =>
      isBetweenFeatures(from, to) &&
      featureOf(from) !== featureOf(to) &&
      !allowedWrites.includes(`${from} writes ${table}`) &&
      new RegExp(`mutation\\s*\\.(insert|update|delete)\\(${table}\\)`).test(text)
        ? [`${from} writes ${table}: only ${dirname(to)}/commands.ts may, so call a function of it`]
        : [],
    )
  })
}

function importedTables(file: string, text: string): { table: string; to: string }[] {
  return [...text.matchAll(/import \{([^}]*)\} from '(\.[^']*schema\.ts)'/g)].flatMap(
    ([, names = '', path = '']) =>
      names
        .split(',')
        .map((name) => name.trim().split(' as ').at(-1) ?? '')
        .filter(Boolean)
        .map((table) => ({ table, to: relative(src, join(dirname(file), path)) })),
  )
}

function lineCount(file: string): number {
  return readFileSync(file, 'utf8').split('\n').length - 1
}

function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.floor(sorted.length * part)] ?? 0
}

function longest(): string {
  const counted = files.map((file) => ({ file: relative(root, file), lines: lineCount(file) }))
  const top = counted.sort((a, b) => b.lines - a.lines).slice(0, 5)
  return top.map(({ file, lines }) => `${file} (${lines})`).join(', ')
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

function filesIn(folder: string, name: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}
