import { describe, expect, it } from 'vitest'
import type { Block } from '../../../src/platform/pdf/document.ts'
import { renderPdf } from '../../../src/platform/pdf/render.ts'
import type { ReadPdf } from './read-pdf.ts'
import { compact, readPdf } from './read-pdf.ts'
import { builtFonts, documentOf, names, tableOf } from './sample.ts'

async function draw(...texts: readonly string[]): Promise<ReadPdf> {
  return readPdf(await renderPdf(documentOf([tableOf(texts)]), builtFonts().load))
}

describe('a name is drawn and read back', () => {
  it.each(Object.entries(names))('in %s', async (_script, name) => {
    const { pages } = await draw(name)
    expect(compact(pages.join(''))).toContain(compact(name))
    expect(pages.join('')).not.toContain('\ufffd')
  })
})

it.each(['סער ובניו', 'مريم حسن'])(
  'the name %s turns no amount around, in a table or in a sentence',
  async (name) => {
    const sentence = `${name}: $8,000.00 of $12,345.60 (${name})`
    const blocks: Block[] = [tableOf([sentence]), { kind: 'paragraph', text: sentence }]
    const { pages } = await readPdf(await renderPdf(documentOf(blocks), builtFonts().load))
    const drawn = compact(pages.join(''))
    expect(drawn.split('$8,000.00')).toHaveLength(3)
    expect(drawn.split('$12,345.60')).toHaveLength(3)
  },
)

it('every letter of European languages is read back as it was', async () => {
  const letters = Array.from({ length: 0x500 }, (_, index) => String.fromCodePoint(index + 0xc0))
  const extended = Array.from({ length: 0x100 }, (_, index) => String.fromCodePoint(index + 0x1e00))
  const all = [...letters, ...extended].filter(
    (char) =>
      /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(char) && char === char.normalize('NFC'),
  )
  const blocks: Block[] = [{ kind: 'paragraph', text: all.join(' ') }]
  const { pages } = await readPdf(await renderPdf(documentOf(blocks), builtFonts().load))
  expect(compact(pages.join(''))).toContain(all.join(''))
})

it('a screen reader says Arabic words as they are written, whatever shapes their letters share', async () => {
  const bytes = await renderPdf(documentOf([tableOf(['فلم قلم'])]), builtFonts().load)
  for (const word of ['فلم', 'قلم']) {
    const bigEndian = Buffer.from(`\ufeff${word}`, 'utf16le').swap16()
    expect(Buffer.from(bytes).includes(bigEndian)).toBe(true)
  }
})

describe('what no font has', () => {
  it('is drawn as a sign', async () => {
    const { pages } = await draw('ಕನ್ನಡ and more')
    expect(compact(pages.join(''))).toContain('\ufffdandmore')
  })

  it('does not take down the document, nor do letters that cannot be shaped', async () => {
    // fontkit fails at these: a rare Arabic letter, and marks on a word that is a ligature.
    const { pages } = await draw(
      '\u06a2',
      'a\u06a2b مرحبا\u06a2',
      '\u0609\ufcc0\u012b\u0616\ufcc1\ufc3f',
      '\ud800',
      '\u0000',
      '',
    )
    expect(pages.join('')).toContain('$6.00')
  })

  it('is every character, if it must be: no text breaks a document', async () => {
    const points = Array.from({ length: 1500 }, (_, index) => (index * 7919) % 0x30000)
    const texts = Array.from({ length: 30 }, (_, row) =>
      String.fromCodePoint(...points.slice(row * 50, row * 50 + 50)),
    )
    const { pages } = await draw(...texts)
    expect(pages.join('')).toContain('$30.00')
  })
})
