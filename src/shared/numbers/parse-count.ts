import { ok, type Result, refuse } from '../result.ts'
import { type NumberProblem, plainCharacters, readNumber, shifted } from './typed-number.ts'

/**
 * Why a text is no count.
 * - `dot`: "1.234" means 1,234 to some and a little more than 1 to others.
 * - `fraction`: not a whole number, like "1.2345k".
 */
export type CountProblem = NumberProblem | 'dot' | 'fraction'

/** Parses how many: "12,500", "12 500", "18.4k". A dot needs a suffix, because alone it could mean thousands. */
export function parseCount(text: string): Result<number, CountProblem> {
  const typed = readNumber(text)
  if (!typed.ok)
    return /\d\.\d/.test(plainCharacters(text)) && typed.refusal === 'separators' ? refuse('dot') : typed
  if (typed.value.fraction !== '' && typed.value.zeros === 0) return refuse('dot')
  const count = shifted(typed.value, 0)
  return count === null ? refuse('fraction') : ok(count)
}
