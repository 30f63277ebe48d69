import { isCommonPassword } from './common-passwords.ts'

/** In characters, not bytes. */
export const MIN_LENGTH = 8
const MAX_LENGTH = 128

export interface PasswordOwner {
  readonly username: string
  readonly email: string
}

/**
 * What is wrong with a new password, or null. A password has 8 to 128 characters of any kind, is not a common one,
 * and is not based on the account's username or e-mail address (ASVS 5.0, 6.2). The text has no period at its end,
 * because it is also shown after a colon.
 */
export function passwordProblem(password: string, account: PasswordOwner): string | null {
  const length = [...password].length
  if (length < MIN_LENGTH) return `Use at least ${MIN_LENGTH} characters`
  if (length > MAX_LENGTH) return `Use at most ${MAX_LENGTH} characters`
  if (isCommonPassword(password))
    return 'Many people use this password, so it is easy to guess. Use another one'
  if (consistsOf(guessableWords(account), password)) {
    return 'It is based on your username, your e-mail or "Parley", so it is easy to guess. Use another one'
  }
  return null
}

function guessableWords({ username, email }: PasswordOwner): string[] {
  const [local = '', domain = ''] = email.split('@')
  return [email, local, domain, username, 'parley'].filter((word) => word.length >= 3)
}

// "mara1985!" is only the name with digits and punctuation around it. "mara walks on Sundays" has other letters too.
function consistsOf(words: readonly string[], password: string): boolean {
  const text = normalize(password)
  const rest = words
    .map(normalize)
    .sort((one, other) => other.length - one.length)
    .reduce((left, word) => left.replaceAll(word, ''), text)
  return rest !== text && !/\p{L}/u.test(rest)
}

function normalize(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
