import { describe, expect, it } from 'vitest'
import type { Text } from '../../../src/platform/pdf/document.ts'
import { inVisualOrder, visualText } from '../../../src/platform/pdf/text/bidi.ts'
import { breaksOf } from '../../../src/platform/pdf/text/breaks.ts'
import { cleanText } from '../../../src/platform/pdf/text/clean.ts'
import { splitRuns } from '../../../src/platform/pdf/text/runs.ts'
import { styledLines } from '../../../src/platform/pdf/text/styled-text.ts'
import { styles } from '../../../src/platform/pdf/theme.ts'

/** Splits a text with a font for each kind of letter, and gives [font, level, text] of each run. */
function runsOf(text: Text): [string, number, string][] {
  return styledLines(text, styles.normal).flatMap((line) =>
    splitRuns(line, ({ cluster, weight }) => ({
      font: `${/\p{Script=Arabic}/u.test(cluster) ? 'arabic' : 'latin'}-${weight}`,
      text: cluster,
      isReplaced: false,
    })).map(({ font, level, text: part }): [string, number, string] => [font, level, part]),
  )
}

/** The text of a line as the eye meets it, from left to right. */
function seen(text: string): string {
  const parts = runsOf(text).map(([, level, part]) => ({ level, part }))
  return inVisualOrder(parts)
    .map(({ part, level }) => visualText(part, level))
    .join('')
}

describe('text is split', () => {
  it('at spaces and where the font or the direction changes', () => {
    expect(runsOf('a مرحبا b')).toEqual([
      ['latin-regular', 0, 'a'],
      ['latin-regular', 0, ' '],
      ['arabic-regular', 1, 'مرحبا'],
      ['latin-regular', 0, ' '],
      ['latin-regular', 0, 'b'],
    ])
  })

  it('where the style changes', () => {
    expect(runsOf([{ text: 'a' }, { text: 'b', weight: 'bold' }])).toEqual([
      ['latin-regular', 0, 'a'],
      ['latin-bold', 0, 'b'],
    ])
  })

  it('never inside a letter with its marks or an emoji of several people', () => {
    expect(runsOf('👩‍💻').map(([, , text]) => text)).toEqual(['👩‍💻'])
    expect(runsOf('q\u0323\u0307').map(([, , text]) => text)).toEqual(['q\u0323\u0307'])
  })
})

describe('from right to left', () => {
  it('words are seen in reverse order, each with its letters as fontkit reverses them', () => {
    expect(seen('שלום עולם')).toBe('עולם שלום')
  })

  it('numbers and Latin words keep their direction', () => {
    expect(seen('חדר 205 Sea View')).toBe('Sea View 205 חדר')
  })

  it('brackets are mirrored', () => {
    expect(seen('אביב (2026)')).toBe('(2026) אביב')
  })

  it('punctuation of several characters is reversed', () => {
    expect(visualText('?!', 1)).toBe('!?')
  })

  it('Persian digits are turned around before fontkit does it', () => {
    expect(visualText('۱۲۳', 2)).toBe('۳۲۱')
  })

  it('an Arabic name inside a Latin sentence stays where it is', () => {
    expect(seen('from مرحبا حملة on')).toBe('from حملة مرحبا on')
  })
})

describe('a line may break', () => {
  const broken = (text: string) => {
    const breaks = [0, ...breaksOf(text), text.length]
    return breaks.slice(1).map((end, index) => text.slice(breaks[index], end))
  }

  it('between words, after the space', () => {
    expect(broken('Spring sale in May')).toEqual(['Spring ', 'sale ', 'in ', 'May'])
  })

  it('not before closing and not after opening punctuation or a currency', () => {
    expect(broken('pay ($1,450.00), please!')).toEqual(['pay ', '($1,450.00), ', 'please!'])
  })

  it('after a hyphen', () => {
    expect(broken('well-known')).toEqual(['well-', 'known'])
  })

  it('between words of languages without spaces', () => {
    expect(broken('สงกรานต์ที่กรุงเทพ').length).toBeGreaterThan(2)
    expect(broken('春节促销活动').length).toBeGreaterThan(1)
    expect(broken('你好（世界）').at(-1)).toBe('（世界）')
  })

  it('not at a space that holds words together', () => {
    expect(broken('10\u00a0km')).toEqual(['10\u00a0km'])
  })
})

describe('text is cleaned', () => {
  it('of control characters and halves of a character', () => {
    expect(cleanText('a\u0000b\u0007\tc\ud83c')).toBe('ab c\ufffd')
  })

  it('into composed letters and line breaks of one kind', () => {
    expect(cleanText('e\u0301\r\nb\u2028c')).toBe('é\nb\nc')
  })
})
