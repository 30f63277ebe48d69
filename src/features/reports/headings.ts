import type { Report } from './report.ts'

/** What a report is called. */
export const reportNames = {
  sponsor: 'Monthly report',
  influencer: 'Monthly report',
  admin: 'Platform digest',
} as const satisfies Record<Report['kind'], string>

/** "Northway Outdoor, compared with September" */
export function reportSubtitle({ about, before, isRunning }: Report): string {
  return isRunning ? `${about}, so far this month` : `${about}, compared with ${before}`
}

/**
 * The heading of the figures of the month before. A running month is not compared with it: what it has so far would
 * always look like less.
 */
export function beforeHeading({ before, isRunning }: Report): string {
  return isRunning ? `All of ${before}` : before
}

/** What a figure was in the month before: "3 more than in September". */
export function comparison({ before, isRunning }: Report, figure: Report['figures'][number]): string {
  if (figure.change) return figure.change.text
  if (figure.before === null) return 'As of today'
  if (figure.before.value === null) return `No figure for ${before}`
  return isRunning ? `${figure.before.text} in all of ${before}` : `${figure.before.text} in ${before}`
}
