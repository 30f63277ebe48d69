import { describe, expect, it } from 'vitest'
import { normalizeText } from '../../src/shared/normalize-text.ts'

describe('two spellings of the same word', () => {
  it.each([
    ['Łódź', 'lodz'],
    ['Straße', 'STRASSE'],
    ['Åsa', 'asa'],
    ['Tromsø', 'tromso'],
    ['Đặng', 'dang'],
    ['Kırıkkale', 'kirikkale'],
    ['İstanbul', 'istanbul'],
    ['Ægir', 'aegir'],
    ['cœur', 'coeur'],
    ['Þór', 'thor'],
    ['ΟΔΟΣ', 'οδος'],
    ['Αθήνα', 'αθηνα'],
    ['Ｈｉｋｉｎｇ', 'hiking'],
    ['ﬁtness', 'fitness'],
    ['Алёна', 'алена'],
    ['أحمد', 'احمد'],
    ['مُحَمَّد', 'محمد'],
    ['على', 'علي'],
    ['مـــرحبا', 'مرحبا'],
    ['ｶﾞﾗｽ', 'ガラス'],
    ['한국', '한국'.normalize('NFD')],
    ['e\u0301clair', 'éclair'],
    ['👟trail❤️', 'trail'],
    ['#hiking!', 'hiking'],
  ])('%s and %s are normalized to the same text', (one, other) => {
    expect(normalizeText(one)).toBe(normalizeText(other))
    expect(normalizeText(one)).not.toBe('')
  })
})

describe('similar words stay different', () => {
  it.each([
    ['война', 'воина'],
    ['がく', 'かく'],
    ['คน', 'คืน'],
    ['की', 'का'],
  ])('%s and %s', (one, other) => {
    expect(normalizeText(one)).not.toBe(normalizeText(other))
  })
})

it('splits words in scripts without spaces', () => {
  expect(normalizeText('我喜欢咖啡').split(' ')).toContain('咖啡')
  expect(normalizeText('東京で旅行が好きです').split(' ')).toEqual(expect.arrayContaining(['東京', '旅行']))
  expect(normalizeText('ฉันรักกาแฟ').split(' ')).toContain('กาแฟ')
})

it('keeps only words, separated by single spaces', () => {
  expect(normalizeText('  Mara_Hikes — 100 % \u{e000}fake\u{f0001}  ')).toBe('mara hikes 100 fake')
  expect(normalizeText('!!! ❤️')).toBe('')
})

it('leaves normalized text as it is', () => {
  for (const text of ['Łódź Straße', '東京で旅行', 'война', 'ΟΔΟΣ', 'مُحَمَّد']) {
    expect(normalizeText(normalizeText(text))).toBe(normalizeText(text))
  }
})
