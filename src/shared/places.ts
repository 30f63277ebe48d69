/** Countries and languages. ISO codes are stored, names are shown. */

import { lazy } from './lazy.ts'

/** ISO 3166-1 alpha-2, without the six uninhabited territories. */
export const countryCodes: readonly string[] = codes(`
  AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ
  CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK
  FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS
  IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK
  ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL
  PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC
  TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`)

/** The ISO 639-1 languages that people post in. */
export const languageCodes: readonly string[] = codes(`
  af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu ha he hi hr hu hy id ig is it ja
  jv ka kk km kn ko ky lo lt lv mk ml mn mr ms my nb ne nl nn pa pl ps pt ro ru rw sd si sk sl so sq sr sv
  sw ta te th tl tr uk ur uz vi yo zh zu`)

/** A profile has at most this many languages. */
export const MAX_LANGUAGES = 6

/** "Sweden" for "SE". An empty string for an unknown code. */
export function countryName(code: string): string {
  return countryNames().get(code) ?? ''
}

/** "Swedish" for "sv". An empty string for an unknown code. */
export function languageName(code: string): string {
  return languageNames().get(code) ?? ''
}

/** Every country as a select option, sorted by name. */
export const countries = lazy(() => sortedOptions(countryNames()))

/** Every language as a select option, sorted by name. */
export const languages = lazy(() => sortedOptions(languageNames()))

const countryNames = lazy(() => namesOf('region', countryCodes))
const languageNames = lazy(() => namesOf('language', languageCodes))

function namesOf(type: 'region' | 'language', codes: readonly string[]): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames('en', { type })
  return new Map(codes.map((code) => [code, names.of(code) ?? '']))
}

function sortedOptions(names: ReadonlyMap<string, string>) {
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .sort((one, other) => one.label.localeCompare(other.label, 'en'))
}

function codes(text: string): string[] {
  return text.trim().split(/\s+/)
}
