import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

// It compiles the whole product.
it('the example in docs/adding-a-feature.md compiles', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'parley-docs-'))
  try {
    for (const name of ['src', 'static', 'tsconfig.json', 'package.json'])
      cpSync(join(root, name), join(copy, name), {
        recursive: true,
        filter: (path) => !path.endsWith('.ttf'),
      })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    for (const { file, code } of blocksOf('docs/adding-a-feature.md')) place(join(copy, file), code)

    expect(await typeErrors(copy)).toBe('')
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
})

interface Block {
  readonly file: string
  readonly code: string
}

// A block's first line names its file: "```ts src/features/notes/note.ts".
function blocksOf(document: string): Block[] {
  const text = readFileSync(join(root, document), 'utf8')
  return [...text.matchAll(/^```tsx? (\S+)[^\n]*\n(.*?)^```$/gms)].map(([, file = '', code = '']) => ({
    file,
    code,
  }))
}

function place(path: string, code: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, path.endsWith('/routes.ts') ? withRoutes(readFileSync(path, 'utf8'), code) : code)
}

function withRoutes(text: string, code: string): string {
  const start = 'export const routes = {\n'
  expect(text).toContain(start)
  return text.replace(start, start + code)
}

async function typeErrors(folder: string): Promise<string> {
  const tsc = join(root, 'node_modules/.bin/tsc')
  const run = promisify(execFile)(tsc, ['-p', folder], { cwd: folder })
  return run.then(
    () => '',
    (error: { stdout: string }) => error.stdout,
  )
}
