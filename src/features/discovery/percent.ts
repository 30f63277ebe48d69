import * as z from 'zod'
import { parsePercent } from '../../shared/numbers/parse-percent.ts'

/** A percentage, like `4.1` or `4,1 %`, as a share: 0.041. */
export const percentField = z.string().transform((text, context) => {
  const share = parsePercent(text)
  if (share !== null) return share
  context.addIssue({ code: 'custom', message: 'Enter a percentage from 0 to 100, like 2.5' })
  return z.NEVER
})

/** The percentage that `percentField` reads as this share. */
export function toPercent(share: number): number {
  return Number((share * 100).toFixed(4))
}
