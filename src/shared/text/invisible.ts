// Characters that nobody sees come with text that is pasted from other programs. In a name or an address they would
// make two things that look the same.

/**
 * One line without invisible characters, with single spaces. Keeps the joiners that Persian, Indic scripts and emoji
 * need, and the tags of a flag.
 */
export function tidyLine(text: string): string {
  return text
    .replace(INVISIBLE, keepJoiners)
    .replace(/[\s\p{Cc}\u2800]+/gu, (run) => (/[\s\u2800]/.test(run) ? ' ' : ''))
    .normalize('NFC')
    .trim()
}

/** Several lines, separated by `\n`. Keeps what writers of any script need inside of a text. */
export function tidyParagraphs(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\ufeff\ufff9-\ufffb]/gu, '')
    .normalize('NFC')
    .trim()
}

/** A username, an address or a handle: without any invisible character, in the usual width. */
export function tidyIdentifier(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]/gu, (character) =>
      /\s/.test(character) ? ' ' : '',
    )
    .replace(/\s+/g, ' ')
    .trim()
}

// Variation selectors are not in this list: they choose between two pictures of a character.
const INVISIBLE = /\p{Cf}|\u034f|\u17b4|\u17b5|[\u115f\u1160\u2065\u3164\uffa0]/gu

function keepJoiners(character: string, at: number, text: string): string {
  const before = text.slice(0, at)
  const after = text.slice(at + character.length)
  const isKept =
    (character === '\u200d' && EMOJI_BEFORE.test(before) && EMOJI_AFTER.test(after)) ||
    (/[\u200c\u200d]/.test(character) && JOINING_BEFORE.test(before)) ||
    (/[\u{e0020}-\u{e007f}]/u.test(character) && /\u{1f3f4}[\u{e0020}-\u{e007f}]*$/u.test(before)) ||
    /[\u0600-\u0605\u06dd\u070f\u08e2]/.test(character)
  return isKept ? character : ''
}

const EMOJI_BEFORE = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u
const EMOJI_AFTER = /^\p{Extended_Pictographic}/u
const JOINING_BEFORE =
  /[\p{sc=Arab}\p{sc=Syrc}\p{sc=Mong}\p{sc=Nkoo}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Khmr}]\p{M}*$/u
