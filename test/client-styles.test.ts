import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('../src/client/styles/', import.meta.url)

// These have a part of the layout in common.
const shared = new Set(['page', 'top-inner', 'page-footer-inner'])

test('a class has its own rules in one file only, so that two components never share a name by accident', () => {
  const files = new Map<string, string[]>()
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.scss') || path.endsWith('_print.scss')) continue
    const css = readFileSync(new URL(path, folder), 'utf8')
    for (const name of new Set([...css.matchAll(/^\.([\w-]+)\s*[{,]/gm)].map(([, one = '']) => one)))
      files.set(name, [...(files.get(name) ?? []), path])
  }
  expect(files.size).toBeGreaterThan(100)
  expect([...files].filter(([name, paths]) => paths.length > 1 && !shared.has(name))).toEqual([])
})
