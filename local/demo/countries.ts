/** Where the demo's people live. */
export interface Country {
  readonly code: string
  /** Whose names they bear. */
  readonly names: NameStyle
  readonly languages: readonly string[]
  /** Cities by time zone. */
  readonly cities: Readonly<Record<string, readonly string[]>>
  /** How many of the demo's people live there, against the others. */
  readonly weight: number
}

export type NameStyle =
  | 'en'
  | 'de'
  | 'fr'
  | 'es'
  | 'pt_BR'
  | 'pt_PT'
  | 'sv'
  | 'it'
  | 'nl'
  | 'pl'
  | 'ja'
  | 'ko'
  | 'ar'

export const countries: readonly Country[] = [
  {
    code: 'US',
    names: 'en',
    languages: ['en'],
    weight: 14,
    cities: {
      'America/New_York': ['Burlington', 'Pittsburgh', 'Asheville', 'Providence'],
      'America/Chicago': ['Madison', 'Duluth', 'Austin', 'Tulsa'],
      'America/Denver': ['Boulder', 'Missoula', 'Santa Fe', 'Salt Lake City'],
      'America/Los_Angeles': ['Portland', 'Sacramento', 'Spokane', 'Oakland'],
    },
  },
  {
    code: 'GB',
    names: 'en',
    languages: ['en'],
    weight: 9,
    cities: { 'Europe/London': ['Sheffield', 'Bristol', 'Glasgow', 'Leeds', 'Norwich', 'Cardiff'] },
  },
  {
    code: 'IE',
    names: 'en',
    languages: ['en'],
    weight: 2,
    cities: { 'Europe/Dublin': ['Galway', 'Cork', 'Sligo'] },
  },
  {
    code: 'CA',
    names: 'en',
    languages: ['en', 'fr'],
    weight: 4,
    cities: {
      'America/Toronto': ['Hamilton', 'Kingston', 'Montreal'],
      'America/Vancouver': ['Victoria', 'Squamish'],
    },
  },
  {
    code: 'AU',
    names: 'en',
    languages: ['en'],
    weight: 3,
    cities: {
      'Australia/Sydney': ['Newcastle', 'Wollongong'],
      'Australia/Melbourne': ['Ballarat', 'Geelong'],
    },
  },
  {
    code: 'DE',
    names: 'de',
    languages: ['de', 'en'],
    weight: 9,
    cities: { 'Europe/Berlin': ['Leipzig', 'Bremen', 'Freiburg', 'Essen', 'Kassel', 'Rostock'] },
  },
  {
    code: 'AT',
    names: 'de',
    languages: ['de', 'en'],
    weight: 3,
    cities: { 'Europe/Vienna': ['Graz', 'Linz', 'Innsbruck'] },
  },
  {
    code: 'CH',
    names: 'de',
    languages: ['de', 'fr', 'en'],
    weight: 2,
    cities: { 'Europe/Zurich': ['Bern', 'Winterthur', 'Chur'] },
  },
  {
    code: 'FR',
    names: 'fr',
    languages: ['fr', 'en'],
    weight: 7,
    cities: { 'Europe/Paris': ['Lyon', 'Nantes', 'Rennes', 'Grenoble', 'Lille'] },
  },
  {
    code: 'BE',
    names: 'fr',
    languages: ['fr', 'nl', 'en'],
    weight: 2,
    cities: { 'Europe/Brussels': ['Liège', 'Namur', 'Ghent'] },
  },
  {
    code: 'ES',
    names: 'es',
    languages: ['es', 'en'],
    weight: 6,
    cities: { 'Europe/Madrid': ['Valencia', 'Bilbao', 'Granada', 'Zaragoza'] },
  },
  {
    code: 'MX',
    names: 'es',
    languages: ['es'],
    weight: 4,
    cities: { 'America/Mexico_City': ['Puebla', 'Oaxaca', 'Querétaro'] },
  },
  {
    code: 'PT',
    names: 'pt_PT',
    languages: ['pt', 'en'],
    weight: 3,
    cities: { 'Europe/Lisbon': ['Porto', 'Braga', 'Coimbra'] },
  },
  {
    code: 'BR',
    names: 'pt_BR',
    languages: ['pt'],
    weight: 6,
    cities: { 'America/Sao_Paulo': ['Curitiba', 'Campinas', 'Belo Horizonte', 'Florianópolis'] },
  },
  {
    code: 'SE',
    names: 'sv',
    languages: ['sv', 'en'],
    weight: 5,
    cities: { 'Europe/Stockholm': ['Umeå', 'Göteborg', 'Uppsala', 'Östersund'] },
  },
  {
    code: 'IT',
    names: 'it',
    languages: ['it', 'en'],
    weight: 4,
    cities: { 'Europe/Rome': ['Bologna', 'Torino', 'Trento', 'Lecce'] },
  },
  {
    code: 'NL',
    names: 'nl',
    languages: ['nl', 'en'],
    weight: 3,
    cities: { 'Europe/Amsterdam': ['Utrecht', 'Groningen', 'Nijmegen'] },
  },
  {
    code: 'PL',
    names: 'pl',
    languages: ['pl', 'en'],
    weight: 3,
    cities: { 'Europe/Warsaw': ['Kraków', 'Gdańsk', 'Wrocław'] },
  },
  {
    code: 'JP',
    names: 'ja',
    languages: ['ja', 'en'],
    weight: 4,
    cities: { 'Asia/Tokyo': ['Kyoto', 'Sapporo', 'Fukuoka', 'Kanazawa'] },
  },
  {
    code: 'KR',
    names: 'ko',
    languages: ['ko', 'en'],
    weight: 4,
    cities: { 'Asia/Seoul': ['Busan', 'Daejeon', 'Jeonju'] },
  },
  {
    code: 'EG',
    names: 'ar',
    languages: ['ar', 'en'],
    weight: 2,
    cities: { 'Africa/Cairo': ['Alexandria', 'Luxor'] },
  },
  {
    code: 'AE',
    names: 'ar',
    languages: ['ar', 'en'],
    weight: 2,
    cities: { 'Asia/Dubai': ['Sharjah', 'Al Ain'] },
  },
]

/** "Write to me in Swedish too", as a Swede says it. */
export const alsoIn: Readonly<Record<string, string>> = {
  de: 'Anfragen gern auch auf Deutsch.',
  fr: 'Écrivez-moi aussi en français.',
  es: 'También respondo en español.',
  pt: 'Também respondo em português.',
  sv: 'Skriv gärna på svenska.',
  it: 'Rispondo anche in italiano.',
  nl: 'Ook in het Nederlands.',
  pl: 'Odpowiadam też po polsku.',
  ja: '日本語でもどうぞ。',
  ko: '한국어로도 편하게 연락 주세요.',
  ar: 'يسعدني التواصل بالعربية أيضًا.',
}
