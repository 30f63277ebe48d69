/** Where the demo's people live. */
export interface Country {
  readonly code: string
  /** Whose names they bear. */
  readonly names: NameStyle
  readonly languages: readonly string[]
  /** Cities by time zone. */
  readonly cities: readonly (readonly [timeZone: string, cities: readonly string[]])[]
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
  country('US', 'en', 'en', 14, {
    'America/New_York': 'Burlington, Pittsburgh, Asheville, Providence',
    'America/Chicago': 'Madison, Duluth, Austin, Tulsa',
    'America/Denver': 'Boulder, Missoula, Santa Fe, Salt Lake City',
    'America/Los_Angeles': 'Portland, Sacramento, Spokane, Oakland',
  }),
  country('GB', 'en', 'en', 9, { 'Europe/London': 'Sheffield, Bristol, Glasgow, Leeds, Norwich, Cardiff' }),
  country('IE', 'en', 'en', 2, { 'Europe/Dublin': 'Galway, Cork, Sligo' }),
  country('CA', 'en', 'en fr', 4, {
    'America/Toronto': 'Hamilton, Kingston, Montreal',
    'America/Vancouver': 'Victoria, Squamish',
  }),
  country('AU', 'en', 'en', 3, {
    'Australia/Sydney': 'Newcastle, Wollongong',
    'Australia/Melbourne': 'Ballarat, Geelong',
  }),
  country('DE', 'de', 'de en', 9, { 'Europe/Berlin': 'Leipzig, Bremen, Freiburg, Essen, Kassel, Rostock' }),
  country('AT', 'de', 'de en', 3, { 'Europe/Vienna': 'Graz, Linz, Innsbruck' }),
  country('CH', 'de', 'de fr en', 2, { 'Europe/Zurich': 'Bern, Winterthur, Chur' }),
  country('FR', 'fr', 'fr en', 7, { 'Europe/Paris': 'Lyon, Nantes, Rennes, Grenoble, Lille' }),
  country('BE', 'fr', 'fr nl en', 2, { 'Europe/Brussels': 'Liège, Namur, Ghent' }),
  country('ES', 'es', 'es en', 6, { 'Europe/Madrid': 'Valencia, Bilbao, Granada, Zaragoza' }),
  country('MX', 'es', 'es', 4, { 'America/Mexico_City': 'Puebla, Oaxaca, Querétaro' }),
  country('PT', 'pt_PT', 'pt en', 3, { 'Europe/Lisbon': 'Porto, Braga, Coimbra' }),
  country('BR', 'pt_BR', 'pt', 6, {
    'America/Sao_Paulo': 'Curitiba, Campinas, Belo Horizonte, Florianópolis',
  }),
  country('SE', 'sv', 'sv en', 5, { 'Europe/Stockholm': 'Umeå, Göteborg, Uppsala, Östersund' }),
  country('IT', 'it', 'it en', 4, { 'Europe/Rome': 'Bologna, Torino, Trento, Lecce' }),
  country('NL', 'nl', 'nl en', 3, { 'Europe/Amsterdam': 'Utrecht, Groningen, Nijmegen' }),
  country('PL', 'pl', 'pl en', 3, { 'Europe/Warsaw': 'Kraków, Gdańsk, Wrocław' }),
  country('JP', 'ja', 'ja en', 4, { 'Asia/Tokyo': 'Kyoto, Sapporo, Fukuoka, Kanazawa' }),
  country('KR', 'ko', 'ko en', 4, { 'Asia/Seoul': 'Busan, Daejeon, Jeonju' }),
  country('EG', 'ar', 'ar en', 2, { 'Africa/Cairo': 'Alexandria, Luxor' }),
  country('AE', 'ar', 'ar en', 2, { 'Asia/Dubai': 'Sharjah, Al Ain' }),
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

// Cities are listed by time zone.
function country(
  code: string,
  names: NameStyle,
  languages: string,
  weight: number,
  zones: Readonly<Record<string, string>>,
): Country {
  const cities = Object.entries(zones).map(([timeZone, list]) => [timeZone, list.split(', ')] as const)
  return { code, names, languages: languages.split(' '), weight, cities }
}
