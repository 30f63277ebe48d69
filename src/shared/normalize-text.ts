/**
 * Normalizes a text for search: its words, separated by single spaces, without case, accents, letter variants,
 * punctuation and symbols. Applied to indexed texts and to search queries.
 */
export function normalizeText(text: string): string {
  const folded = text
    .normalize('NFKD')
    .replace(/([Ии])\u0306/g, (_, letter: string) => (letter === 'И' ? 'Й' : 'й').normalize('NFC'))
    .replace(MARKS, '')
    .toLowerCase()
    .replace(LETTERS, (letter) => letters[letter] ?? '')
    .normalize('NFC')
  const runs = folded.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []
  return runs.flatMap((run) => (UNSPACED.test(run) ? segments(run) : [run])).join(' ')
}

/** Accents, breathings and vowel points, which people leave out. Marks of other scripts are part of the spelling. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/g

/** Letters that Unicode does not decompose, with what people type instead. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ƒ: 'f',
  ɓ: 'b',
  ɗ: 'd',
  ɖ: 'd',
  ƙ: 'k',
  ə: 'e',
  ǝ: 'e',
  ɛ: 'e',
  ɔ: 'o',
  ʻ: '',
  ʼ: '',
  // Greek final sigma; Ukrainian ghe; Arabic and Persian variants of one letter, and the tatweel, which only lengthens a line.
  ς: 'σ',
  ґ: 'г',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ـ: '',
}
const LETTERS = new RegExp(`[${Object.keys(letters).join('')}]`, 'g')

/** Scripts without spaces between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}]/u

let segmenter: Intl.Segmenter | undefined

function segments(run: string): string[] {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' })
  return [...segmenter.segment(run)].flatMap(({ segment }) =>
    /^[\p{L}\p{N}]/u.test(segment) ? [segment] : [],
  )
}
