/** The people that a reader of the README signs in as. Everybody in the demo has the same password. */
export const DEMO_PASSWORD = 'parley demo 2026'

export const named = {
  admin: { username: 'admin', email: 'admin@parley.example', name: 'Ada Holm' },
  sponsor: {
    username: 'northway',
    email: 'nora@northway.example',
    name: 'Nora Oduya',
    company: 'Northway Outdoor',
  },
  waiting: {
    username: 'wrenmere',
    email: 'tomas@wrenmere.example',
    name: 'Tomas Wrede',
    company: 'Wrenmere Provisions',
  },
  rejected: {
    username: 'sorrelmark',
    email: 'office@sorrelmark.example',
    name: 'Perrin Sallow',
    company: 'Sorrelmark Trading',
  },
  influencer: { username: 'mara', email: 'mara@mail.example', name: 'Mara Lindqvist' },
} as const

/** Gives each person a username that nobody has yet, of 3 to 30 characters. */
export class Usernames {
  readonly #taken: Map<string, number>

  constructor(taken: readonly string[]) {
    this.#taken = new Map(
      [...taken, ...Object.values(named).map(({ username }) => username)].map((name) => [name, 1]),
    )
  }

  /** From words in Latin letters; a number follows where the name is taken. */
  of(...words: readonly string[]): string {
    const name = plainLetters(words.join('.')).slice(0, 22).padEnd(3, 'a')
    const times = (this.#taken.get(name) ?? 0) + 1
    this.#taken.set(name, times)
    return times === 1 ? name : `${name}${times}`
  }
}

/** Lower case a to z and dots: "Åsa Öberg-Strauß" gives "asaobergstrauss". */
export function plainLetters(text: string): string {
  return text
    .toLowerCase()
    .replace(/[ßøłæœđ]/g, (letter) => letters[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-z.]/g, '')
    .replace(/^\.+|\.+$/g, '')
}

const letters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', đ: 'd' }
