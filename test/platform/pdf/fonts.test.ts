import { describe, expect, it } from 'vitest'
import { renderPdf } from '../../../src/platform/pdf/render.ts'
import { builtFonts, documentOf, names, tableOf } from './sample.ts'

async function fontsFor(...texts: readonly string[]): Promise<string[]> {
  const fonts = builtFonts()
  await renderPdf(documentOf([tableOf(texts)]), fonts.load)
  return fonts.loaded.sort()
}

const base = ['noto-sans-bold.ttf', 'noto-sans-regular.ttf']

describe('a document loads', () => {
  it('two files for Latin, Greek and Cyrillic', async () => {
    expect(await fontsFor(names.latin, names.vietnamese, names.greek, names.cyrillic)).toEqual(base)
  })

  it.each([
    ['arabic', names.arabic],
    ['hebrew', names.hebrew],
    ['devanagari', names.devanagari],
    ['thai', names.thai],
  ])('one more for %s', async (script, name) => {
    expect(await fontsFor(name, name)).toEqual([...base, `noto-sans-${script}-regular.ttf`].sort())
  })

  it('one more for emoji, also in bold', async () => {
    const fonts = builtFonts()
    await renderPdf(documentOf([], { title: `Party ${names.emoji}` }), fonts.load)
    expect(fonts.loaded.sort()).toEqual(['noto-emoji-regular.ttf', ...base])
  })

  it('the table and only the needed slices for Chinese, Japanese and Korean', async () => {
    const loaded = await fontsFor(names.japanese)
    const sliced = loaded.filter((file) => file.startsWith('noto-sans-jp'))
    expect(loaded).toEqual([...base, ...sliced].sort())
    expect(sliced).toContain('noto-sans-jp.slices')
    expect(sliced.length).toBeLessThan(6)
  })

  it('every file once', async () => {
    const loaded = await fontsFor(...Object.values(names), ...Object.values(names))
    expect(new Set(loaded).size).toBe(loaded.length)
  })
})

it('a document whose font is missing is not drawn', async () => {
  const drawing = renderPdf(documentOf([]), async (file) => {
    throw new Error(`${file} is missing`)
  })
  await expect(drawing).rejects.toThrow('noto-sans-bold.ttf is missing')
})
