import { faker as de } from '@faker-js/faker/locale/de'
import { faker as en } from '@faker-js/faker/locale/en'
import { faker as es } from '@faker-js/faker/locale/es'
import { faker as fr } from '@faker-js/faker/locale/fr'
import { faker as italian } from '@faker-js/faker/locale/it'
import { faker as nl } from '@faker-js/faker/locale/nl'
import { faker as pl } from '@faker-js/faker/locale/pl'
import { faker as ptBR } from '@faker-js/faker/locale/pt_BR'
import { faker as ptPT } from '@faker-js/faker/locale/pt_PT'
import { faker as sv } from '@faker-js/faker/locale/sv'
import type { NameStyle } from './countries.ts'
import { type NativeNames, nativeNames } from './native-names.ts'
import type { Random } from './random.ts'

export interface Name {
  /** As the person writes it. */
  readonly full: string
  /** How others begin a letter. */
  readonly given: string
  /** In Latin letters, for an address. */
  readonly latin: readonly [given: string, family: string]
}

export function nameOf(style: NameStyle, random: Random): Name {
  if (style === 'ja' || style === 'ko' || style === 'ar') return nativeName(nativeNames[style], random)
  const { given, family } = latinNames[style]
  const [first, last] = [random.pick(given), random.pick(family)]
  return { full: `${first} ${last}`, given: first, latin: [first, last] }
}

function nativeName({ family, given, familyFirst, between }: NativeNames, random: Random): Name {
  const [first = '', latinFirst = ''] = random.pick(given).split(' ')
  const [last = '', latinLast = ''] = random.pick(family).split(' ')
  const full = familyFirst ? last + between + first : first + between + last
  return { full, given: first, latin: [latinFirst, latinLast] }
}

// Faker's lists, without Faker's choosing, which is too slow for a million people.
const latinNames = {
  de: listsOf(de),
  en: listsOf(en),
  es: listsOf(es),
  fr: listsOf(fr),
  it: listsOf(italian),
  nl: listsOf(nl),
  pl: listsOf(pl),
  pt_BR: listsOf(ptBR),
  pt_PT: listsOf(ptPT),
  sv: listsOf(sv),
}

function listsOf({ rawDefinitions }: typeof en) {
  const { first_name: first, last_name: last } = rawDefinitions.person ?? {}
  return {
    given: [...(first?.female ?? []), ...(first?.male ?? [])],
    family: last?.generic ?? [...(last?.female ?? []), ...(last?.male ?? [])],
  }
}
