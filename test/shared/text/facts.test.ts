import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { joinFacts } from '../../../src/shared/text/facts.ts'

test('facts in one line leave out what is empty and never begin a line with a dot', () => {
  expect(joinFacts('Outdoors', null, '', 'Sweden')).toBe('Outdoors\u00a0· Sweden')
  expect(joinFacts(undefined)).toBe('')
})

// A title, a PDF, a name that is typed into a field, and the label of a chart do not wrap like a page does.
const plain = [
  'ui/layout/document.tsx',
  'ui/charts/kinds/doughnut.ts',
  'platform/pdf/blocks/page-frame.ts',
  'features/reports/pdf.ts',
  'features/discovery/saved-search.ts',
]

test('every page separates facts in this way', () => {
  const src = new URL('../../../src/', import.meta.url)
  const found = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('client/'))
    .filter((path) => withoutComments(readFileSync(new URL(path, src), 'utf8')).includes(' · '))
  expect(found.toSorted()).toEqual(plain.toSorted())
})

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
}
