import { normalizeText } from '../../../shared/normalize-text.ts'

/** What two sponsors have in common. */
export const likenesses = {
  name: 'Similar name',
  website: 'Same website',
  email: 'Same e-mail domain',
} as const

export type Likeness = keyof typeof likenesses

/** "Similar name, same website" */
export function likenessText(all: readonly Likeness[]): string {
  return all
    .map((likeness, index) =>
      index === 0 ? likenesses[likeness] : likenesses[likeness].replace('Same', 'same'),
    )
    .join(', ')
}

/**
 * A name without what posers change and typists vary: case, accents, spaces, punctuation, look-alike digits and letters,
 * doubled letters, legal forms, and words like "official". Two names with the same key are similar. Empty if nothing is
 * left to compare.
 */
export function nameKey(name: string): string {
  const words = normalizeText(name.replaceAll(/[™®©℠]/gu, ''))
    .split(' ')
    .filter(Boolean)
  const telling = words.filter((word) => !NOT_TELLING.has(word))
  // A company may be called "The Shop".
  const compared = telling.length > 0 ? telling : words
  return compared
    .join('')
    .replaceAll(/[\p{L}\p{N}]/gu, (letter) => lookAlikes[letter] ?? letter)
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll(/(.)\1+/gu, '$1')
}

/** The domain of a web address, without "www". Null without one. */
export function websiteDomain(website: string | null | undefined): string | null {
  const host = website ? URL.parse(website)?.hostname : undefined
  return host?.toLowerCase().replace(/^www\d?\./, '') || null
}

/** Whether anybody can get an address there, so that it says nothing about who they are. */
export function isFreeMail(domain: string): boolean {
  return FREE_MAIL.includes(domain)
}

/** Domains of providers where anybody can get an e-mail address. */
// biome-ignore format: a list
export const FREE_MAIL: readonly string[] = [
  'gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'yahoo.com', 'ymail.com',
  'icloud.com', 'me.com', 'mac.com', 'aol.com', 'proton.me', 'protonmail.com', 'pm.me', 'gmx.com', 'gmx.net', 'gmx.de',
  'web.de', 't-online.de', 'freenet.de', 'mail.com', 'zoho.com', 'fastmail.com', 'hey.com', 'tutanota.com', 'tuta.com',
  'hotmail.co.uk', 'yahoo.co.uk', 'yahoo.co.jp', 'yahoo.fr', 'hotmail.fr', 'orange.fr', 'free.fr', 'laposte.net',
  'libero.it', 'wp.pl', 'o2.pl', 'onet.pl', 'seznam.cz', 'mail.ru', 'yandex.ru', 'yandex.com', 'qq.com', '163.com',
  '126.com', 'example.com', 'example.org', 'example.net', 'naver.com', 'daum.net', 'rediffmail.com', 'uol.com.br', 'bol.com.br', 'comcast.net', 'verizon.net',
]

/** Legal forms, and words that posers add to a known name. */
// biome-ignore format: a list
const NOT_TELLING = new Set([
  'inc', 'incorporated', 'llc', 'llp', 'ltd', 'limited', 'plc', 'corp', 'corporation', 'co', 'company', 'gmbh', 'ag', 'kg',
  'ug', 'ohg', 'ev', 'sa', 'sas', 'sarl', 'sl', 'slu', 'srl', 'spa', 'bv', 'nv', 'ab', 'as', 'aps', 'oy', 'oyj', 'kft',
  'zrt', 'sro', 'doo', 'pty', 'pte', 'pvt', 'kk',
  'the', 'official', 'group', 'holding', 'holdings', 'international', 'global', 'worldwide', 'online', 'store', 'shop',
  'brand', 'hq',
])

/** What looks like another letter, with that letter. Cyrillic and Greek letters that look Latin are among them. */
// biome-ignore format: a list
const lookAlikes: Readonly<Record<string, string>> = {
  '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', i: 'l', j: 'l',
  а: 'a', в: 'b', е: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x', і: 'l', ѕ: 's', ј: 'l',
  α: 'a', β: 'b', ε: 'e', ι: 'l', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'y', χ: 'x',
}

/** Another sponsor who has something in common with one. */
export interface SimilarSponsor<Status extends string = string> {
  readonly id: number
  readonly name: string
  readonly status: Status
  readonly likenesses: readonly Likeness[]
}

/** Each other sponsor once, those with most in common first. `found` has one entry for each likeness. */
export function similarSponsors<Status extends string>(
  found: readonly { id: number; name: string; status: Status; likeness: Likeness }[],
): SimilarSponsor<Status>[] {
  const byId = Map.groupBy(found, ({ id }) => id)
  return [...byId.values()]
    .flatMap(([first, ...others]) =>
      first
        ? [
            {
              id: first.id,
              name: first.name,
              status: first.status,
              likenesses: [first, ...others].map(({ likeness }) => likeness),
            },
          ]
        : [],
    )
    .sort((one, other) => other.likenesses.length - one.likenesses.length || one.id - other.id)
}
