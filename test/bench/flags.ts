import { parseArgs } from 'node:util'

/**
 * `--influencers` may be repeated: each prints a table of its own. `--before` names another commit, which is measured
 * in the same rounds.
 */
export function readFlags(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      influencers: { type: 'string', multiple: true, default: ['60', '10000'] },
      rounds: { type: 'string', default: '7' },
      seconds: { type: 'string', default: '3' },
      before: { type: 'string' },
    },
  })
  return {
    sizes: values.influencers.map((text) => wholeNumber('--influencers', text)),
    rounds: wholeNumber('--rounds', values.rounds),
    seconds: wholeNumber('--seconds', values.seconds),
    before: values.before,
  }
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text)
  if (Number.isInteger(number) && number > 0) return number
  throw new Error(`${name} must be a whole number above 0, not "${text}"`)
}
