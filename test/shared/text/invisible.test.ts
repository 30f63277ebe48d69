import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tidyIdentifier, tidyLine, tidyParagraphs } from '../../../src/shared/text/invisible.ts'

describe('a line', () => {
  it.each([
    ['zero-width spaces', 'Ma\u200bra', 'Mara'],
    ['a byte order mark', '\ufeffMara', 'Mara'],
    ['soft hyphens', 'Ma\u00adra', 'Mara'],
    ['a word joiner', 'Ma\u2060ra', 'Mara'],
    [
      'marks, embeddings, overrides and isolates of direction',
      '\u200f\u202eMara\u202c\u2068\u2069\u061c',
      'Mara',
    ],
    ['no-break and other spaces', 'Mara\u00a0\u202f\u3000L', 'Mara L'],
    ['lines and vertical tabs', 'Mara\r\nL\u2028M\u000bN', 'Mara L M N'],
    ['Hangul fillers and blank braille', '\u3164Mara\uffa0\u115f\u2800', 'Mara'],
    ['hidden tags', 'Mara\u{e0041}\u{e0042}', 'Mara'],
    ['joiners that join nothing', 'Ma\u200dra\u200c', 'Mara'],
    ['a joiner behind an emoji', '👟\u200d Mara', '👟 Mara'],
  ])('loses %s', (_, pasted, kept) => {
    expect(tidyLine(pasted)).toBe(kept)
  })

  it.each([
    ['the joiners of an emoji', '👩🏽‍🚀 and 👨‍👩‍👧 and 🏴‍☠️ and ❤️‍🔥'],
    ['the tags of a flag', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['the non-joiners of Persian', 'می‌خواهم'],
    ['the joiners of Sinhala and Devanagari', 'ශ්‍රී क्‍ष'],
    ['Arabic, Hebrew and Chinese', 'مرحبا שלום 你好'],
  ])('keeps %s', (_, text) => {
    expect(tidyLine(text)).toBe(text)
  })

  it('is tidy after once', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(
        'a',
        '👩',
        '🏽',
        '\u200d',
        '\u200c',
        'ی',
        '\u0301',
        ' ',
        '\u00ad',
        '🏴',
        '\u{e0067}',
      ),
    })
    fc.assert(
      fc.property(nasty, (text) => {
        const once = tidyLine(text)
        expect(tidyLine(once)).toBe(once)
      }),
    )
  })
})

describe('paragraphs', () => {
  it('keep what writers need, and have one kind of line break', () => {
    const text = 'می‌خواهم\n👩🏽‍🚀\n\u200fשלום\u00a0!\n\tin\u00addent'
    expect(tidyParagraphs(text)).toBe(text)
    expect(tidyParagraphs('\ufeffone\r\ntwo\rthree\u2028four\u000bfive\u2029six\0')).toBe(
      'one\ntwo\nthree\nfour\nfive\nsix',
    )
  })
})

describe('an identifier', () => {
  it.each([
    ['\u200bma\u00adra\ufeff', 'mara'],
    ['ma\u200d\u200cra\ufe0f\u3164', 'mara'],
    ['ｍａｒａ', 'mara'],
    ['\u00a0mara \n', 'mara'],
    ['mara l', 'mara l'],
  ])('%j is %j', (pasted, kept) => {
    expect(tidyIdentifier(pasted)).toBe(kept)
  })
})
