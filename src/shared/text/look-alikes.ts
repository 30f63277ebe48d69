import { tidyIdentifier } from './invisible.ts'

/**
 * What a text looks like, in small Latin letters: "РАRLЕУ" in Cyrillic, "p4rl3y", "ｐａｒｌｅｙ" and "pârléy" all give
 * "parley". Two texts with the same skeleton can be taken for each other. I, l, 1 and | are one letter here, so compare
 * it with another skeleton only. Spaces and punctuation stay.
 */
export function skeleton(text: string): string {
  return [...tidyIdentifier(text.replace(ENCLOSED, plainLetter)).normalize('NFKD')]
    .map((character) => CAPITALS.get(character) ?? character.toLowerCase())
    .map((character) => LETTERS.get(character) ?? character)
    .join('')
    .replace(/\p{M}+/gu, '')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
}

// The letters of Unicode's confusables.txt (UTS #39) that people take for a Latin letter, and the digits and signs that
// people write instead of one. Accents and compatibility forms are not in it: normalization takes them away.
const LETTERS = lettersOf(`
  a аɑαᴀꭺ4@ b ьвʙβɓƅ8 c сϲᴄⅽ¢ d ԁɗᴅժđ e еєεᴇҽ℮3€ɛ f ƒϝꜰғ g ɡցɢԍ9 h һհʜнħ i іıɩιᎥɪ1l|!ӏⅼłʟǀ j јϳյᴊ
  k кκᴋĸ m мᴍⅿ n пոɴηռ o оοσօᴏ০๐໐ø0ъ p рρᴘ q ԛգ r гᴦʀɼ s ѕꜱ5$ʂ t тτᴛ7† u υսᴜцʋ v ѵνᴠ w ѡωᴡԝ x хχ×
  y уүγʏ¥ყ z ᴢʐ2`)

// Greek capitals look like another Latin letter than their small ones.
const CAPITALS = lettersOf('y ΥҮ h ΗНҺ n Ν b ΒВ x Χ z Ζ p Ρ e Ε t Τ m Μ k Κ o Ο a Α i ΙІ')

/** From "a аα b в": the Latin letter of each of its look-alikes. */
function lettersOf(table: string): ReadonlyMap<string, string> {
  const words = table.trim().split(/\s+/)
  let latin = ''
  const letters = new Map<string, string>()
  for (const word of words) {
    if (/^[a-z]$/.test(word)) latin = word
    else for (const character of word) letters.set(character, latin)
  }
  return letters
}

const ENCLOSED = /[\u{1f130}-\u{1f149}\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu

// Letters in a square, in a circle and of a flag, each from A to Z.
function plainLetter(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const first = [0x1f1e6, 0x1f170, 0x1f150, 0x1f130].find((start) => code >= start) ?? code
  return String.fromCharCode(97 + code - first)
}
