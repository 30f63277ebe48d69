import * as z from 'zod'

/** A percentage, like `4.1` or `4,1 %`, as a share: 0.041. */
export const percentField = z.string().transform((text, context) => {
  const typed = /^(\d{1,3}(?:[.,]\d{1,4})?)\s*%?$/.exec(text.trim())?.[1]?.replace(',', '.')
  // Not divided by 100, because 1.1 / 100 is a little more than 0.011.
  const share = typed === undefined ? Number.NaN : Number(`${typed}e-2`)
  if (share <= 1) return share
  context.addIssue({ code: 'custom', message: 'Enter a percentage from 0 to 100, like 2.5' })
  return z.NEVER
})

/** The percentage that `percentField` reads as this share. */
export function toPercent(share: number): number {
  return Number((share * 100).toFixed(4))
}
