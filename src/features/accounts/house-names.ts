import { skeleton } from '../../shared/text/look-alikes.ts'

// Names that pose as Parley itself, as an admin or as support. A name is compared by what it looks like.

const BRAND = skeleton('parley')

/** A name made of these poses as the house, alone ("Support"), or together with the words below ("The Support Team"). */
const roles = wordsOf(`
  admin admins administrator administrators administration moderator moderators moderation mod mods staff support
  helpdesk help sysadmin webmaster postmaster hostmaster noreply billing security system customer service abuse
  official verification trust safety`)

const around = wordsOf(
  'the a your our team desk center centre account accounts from by at of for and department dept',
)

/**
 * Whether a name poses as the house. The name of the house may only end somebody's own name: "Peter Parley" is a
 * person, "Parley Payments" is not. Words that merely contain one of ours are fine: "Parleyton", "Madmin".
 */
export function posesAsHouse(name: string): boolean {
  const known = name.replace(/[™®©]/g, ' ').normalize('NFKC')
  // A digit can stand for a letter, or only count: "5upport", "support 5".
  return poses(known) || poses(known.replace(/(?<!\p{L})\p{Nd}+|\p{Nd}+(?!\p{L})/gu, ' '))
}

function poses(name: string): boolean {
  const words = lookAlikeWords(name)
  if (words.length === 0) return false
  const brand = words.indexOf(BRAND)
  if (brand >= 0 && (brand === 0 || around.has(words[brand - 1] ?? '') || roles.has(words[brand - 1] ?? '')))
    return true
  return isMadeOfOurs(words.join(''))
}

// A capital inside of a word begins another one: "ParleyPay". Single letters make a word together.
function lookAlikeWords(name: string): readonly string[] {
  const apart = name.replace(/(\p{Ll})(?=\p{Lu}\p{Ll})/gu, '$1 ')
  const words = skeleton(apart)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  return words
    .join(' ')
    .replace(/\b(\p{L}) (?=\p{L}\b)/gu, '$1')
    .split(' ')
    .filter(Boolean)
}

/** Whether a text can be cut into our words, one of them the brand or a role. */
function isMadeOfOurs(text: string): boolean {
  // What the words before each place are: none, only words around, or also one that counts.
  const reached: ('around' | 'ours' | null)[] = ['around']
  for (let end = 1; end <= text.length; end++) {
    const parts = vocabulary.filter((word) => text.slice(0, end).endsWith(word) && reached[end - word.length])
    const isOurs = parts.some((word) => !around.has(word) || reached[end - word.length] === 'ours')
    if (isOurs) reached[end] = 'ours'
    else reached[end] = parts.length > 0 ? 'around' : null
  }
  return reached[text.length] === 'ours'
}

const vocabulary = [BRAND, ...roles, ...around]

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/).map(skeleton))
}
