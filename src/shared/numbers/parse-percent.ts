import { plainCharacters } from './typed-number.ts'

/**
 * Parses a percentage as a share: "4.1", "4,1 %" and "٤٫١٪" give 0.041. A comma cannot separate thousands here, so it
 * is a decimal comma. Null if it is not a number from 0 to 100 with at most four decimals.
 */
export function parsePercent(text: string): number | null {
  const [, whole, fraction = '0'] =
    /^(\d{1,3})(?:[.,](\d{1,4}))?(?: ?%| percent)?$/i.exec(plainCharacters(text)) ?? []
  if (whole === undefined) return null
  // Not divided by 100, because 1.1 / 100 is a little more than 0.011.
  const share = Number(`${whole}.${fraction}e-2`)
  return share <= 1 ? share : null
}
