import { faker as ar } from '@faker-js/faker/locale/ar'
import { faker as de } from '@faker-js/faker/locale/de'
import { faker as en } from '@faker-js/faker/locale/en'
import { faker as es } from '@faker-js/faker/locale/es'
import { faker as fr } from '@faker-js/faker/locale/fr'
import { faker as ja } from '@faker-js/faker/locale/ja'
import { faker as ko } from '@faker-js/faker/locale/ko'
import { faker as pl } from '@faker-js/faker/locale/pl'
import { faker as ptBR } from '@faker-js/faker/locale/pt_BR'
import { faker as sv } from '@faker-js/faker/locale/sv'
import { faker as tr } from '@faker-js/faker/locale/tr'
import type { Random } from './random.ts'

/** Where people live. A home that is repeated is more likely. */
const homes = [
  ...repeat(8, home('US', 'America/Chicago', ['en'], en)),
  ...repeat(5, home('GB', 'Europe/London', ['en'], en)),
  ...repeat(4, home('DE', 'Europe/Berlin', ['de', 'en'], de)),
  ...repeat(3, home('FR', 'Europe/Paris', ['fr'], fr)),
  ...repeat(3, home('ES', 'Europe/Madrid', ['es', 'en'], es)),
  ...repeat(3, home('BR', 'America/Sao_Paulo', ['pt'], ptBR)),
  ...repeat(2, home('PL', 'Europe/Warsaw', ['pl', 'en'], pl)),
  ...repeat(2, home('JP', 'Asia/Tokyo', ['ja'], ja)),
  home('MX', 'America/Mexico_City', ['es'], es),
  home('SE', 'Europe/Stockholm', ['sv', 'en'], sv),
  home('TR', 'Europe/Istanbul', ['tr'], tr),
  home('KR', 'Asia/Seoul', ['ko'], ko),
  home('EG', 'Africa/Cairo', ['ar', 'en'], ar),
  home('AU', 'Australia/Sydney', ['en'], en),
]

/** A random home, with a name that is common there. `latin` is the name in the letters a to z. */
export function homeOf(random: Random) {
  const { given, family, cities, ...place } = random.pick(homes)
  const [first, last] = [random.pickZipf(given), random.pickZipf(family)]
  return {
    ...place,
    city: random.pick(cities),
    name: `${first} ${last}`,
    latin: `${latinLetters(first)}.${latinLetters(last)}`,
  }
}

const words = en.rawDefinitions.word
const nouns = shuffled([...(words?.noun ?? []), ...(en.rawDefinitions.food?.ingredient ?? [])])
const adjectives = shuffled([...(words?.adjective ?? [])])
const verbs = shuffled([...(words?.verb ?? [])])

/** Some common words and a long tail of rare ones. */
export const noun = (random: Random) => random.pickZipf(nouns)
export const adjective = (random: Random) => random.pickZipf(adjectives)
export const verb = (random: Random) => random.pickZipf(verbs)

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function latinLetters(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
}

// Uses only the lists of Faker, because Faker itself is too slow for a million people.
function home(
  country: string,
  timeZone: string,
  languages: readonly string[],
  { rawDefinitions }: typeof en,
) {
  const { person, location } = rawDefinitions
  const cities = location?.city_name ?? []
  return {
    country,
    timeZone,
    languages,
    given: flat(person?.first_name),
    family: flat(person?.last_name),
    cities,
  }
}

function flat(
  names: { generic?: string[]; female?: string[]; male?: string[] } | null | undefined,
): string[] {
  return [...new Set([...(names?.female ?? []), ...(names?.male ?? []), ...(names?.generic ?? [])])]
}

function repeat<Item>(times: number, item: Item): Item[] {
  return Array.from({ length: times }, () => item)
}

// The first words of a list are the most common. In alphabetical order, all common words would begin with an a.
function shuffled(list: string[]): string[] {
  return list.sort((one, other) => latinKey(one) - latinKey(other))
}

function latinKey(word: string): number {
  return [...word].reduce((key, letter) => (Math.imul(key, 31) + letter.charCodeAt(0)) | 0, 7)
}
