import { countries, type NameStyle } from './countries.ts'
import type { Random } from './random.ts'

export interface Dwelling {
  readonly country: string
  readonly city: string
  readonly timeZone: string
  readonly languages: readonly string[]
  readonly names: NameStyle
}

/** Where somebody lives, and how people there are called. */
export function dwellingOf(random: Random): Dwelling {
  const { code, cities, languages, names } = random.pick(byWeight)
  const [timeZone, places] = random.pick(cities)
  return { country: code, city: random.pick(places), timeZone, languages, names }
}

const byWeight = countries.flatMap((country) => Array.from({ length: country.weight }, () => country))
