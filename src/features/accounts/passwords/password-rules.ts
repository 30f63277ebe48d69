import { isCommonPassword } from './common-passwords.ts'

const LEAST = 8
const MOST = 128

interface Account {
  readonly username: string
  readonly email: string
}

/**
 * What is wrong with a new password, or null: ASVS 5.0, 6.2. It has 8 to 128 characters of any kind (code
 * points, so that an emoji is one), and is neither common nor the account's own name or address.
 * Says it without a full stop, to stand by itself or after a colon.
 */
export function passwordProblem(password: string, account: Account): string | null {
  const length = [...password].length
  if (length < LEAST) return `Use at least ${LEAST} characters`
  if (length > MOST) return `Use at most ${MOST} characters`
  if (isCommonPassword(password)) return 'Many people use this password, so it is easily guessed: use another'
  if (saysOnly(password, wordsOf(account))) {
    return 'It follows from the username, the e-mail or "Parley", so it is easily guessed: use another'
  }
  return null
}

function wordsOf({ username, email }: Account): string[] {
  const [local = '', domain = ''] = email.split('@')
  return [email, local, domain, username, 'parley'].filter((word) => word.length >= 3)
}

// "mara1985!" is Mara's name with digits and marks around it; "mara walks on Sundays" is more than that.
function saysOnly(password: string, words: readonly string[]): boolean {
  const text = plain(password)
  const left = words
    .map(plain)
    .sort((one, other) => other.length - one.length)
    .reduce((rest, word) => rest.replaceAll(word, ''), text)
  return left !== text && !/\p{L}/u.test(left)
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
