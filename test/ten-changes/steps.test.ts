import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Change, type Edit, edited } from './change.ts'
import { changes } from './changes.ts'

const root = join(import.meta.dirname, '../..')

test.each(changes)('each step of "$name" still finds its place in today\'s tree', (change) => {
  expect(() => takeAll(change)).not.toThrow()
  for (const file of change.tests ?? []) expect(existsSync(join(root, file)), file).toBe(true)
})

/** Makes all edits in memory, in the order of `npm run ten-changes`. */
function takeAll({ begin, others = [] }: Change): void {
  const texts = new Map<string, string>()
  for (const edit of [...begin, ...others].filter((step): step is Edit => 'file' in step)) {
    const before =
      texts.get(edit.file) ?? (edit.find === null ? '' : readFileSync(join(root, edit.file), 'utf8'))
    texts.set(edit.file, edited(before, edit))
  }
}
