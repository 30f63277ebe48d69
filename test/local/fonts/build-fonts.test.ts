import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildFonts } from '../../../local/fonts/build-fonts.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-fonts-'))
  await buildFonts(folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the fonts of documents', () => {
  it('are TrueType files, whole or in slices', async () => {
    const names = await readdir(folder)
    expect(names).toEqual(expect.arrayContaining(['noto-sans-bold.ttf', 'noto-sans-jp-regular-119.ttf']))
    const trueType = Buffer.from([0, 1, 0, 0])
    expect((await readFile(join(folder, 'noto-sans-jp-regular-119.ttf'))).subarray(0, 4)).toEqual(trueType)
  })

  it('have a table of slices that names a file for each character', async () => {
    const table = await readFile(join(folder, 'noto-sans-kr.slices'))
    const slice = (table[0xc11c] ?? 0) - 1
    expect((await stat(join(folder, `noto-sans-kr-bold-${slice}.ttf`))).size).toBeGreaterThan(1000)
    expect(table[0x905]).toBe(0)
  })

  it('leave Devanagari to its own font', async () => {
    const coverage: Record<string, string> = JSON.parse(await readFile(join(folder, 'coverage.json'), 'utf8'))
    expect(coverage['noto-sans-devanagari']).toContain('900-')
    expect(coverage['noto-sans']).not.toMatch(/(^|,)9[0-4].-/)
  })

  it('are made again only for other packages', async () => {
    const font = join(folder, 'noto-sans-bold.ttf')
    await writeFile(font, 'left alone')
    await buildFonts(folder)
    expect(await readFile(font, 'utf8')).toBe('left alone')
    await writeFile(join(folder, 'stamp.json'), 'of another version')
    await buildFonts(folder)
    expect((await stat(font)).size).toBeGreaterThan(100_000)
  })
})
