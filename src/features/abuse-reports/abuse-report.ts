import { DAY } from '../../shared/time.ts'

/** `open` until its case is decided. `abusive`: an admin found that it was made in bad faith. */
export const reportOutcomes = ['open', 'upheld', 'dismissed', 'abusive'] as const

export type ReportOutcome = (typeof reportOutcomes)[number]

/** What the reporter reads. They do not learn what was done, because that is private. */
export const outcomeTexts: Record<ReportOutcome, { readonly label: string; readonly explain: string }> = {
  open: {
    label: 'Under review',
    explain: "We have your report. You'll hear from us when we have decided.",
  },
  upheld: {
    label: 'Action taken',
    explain: "We agree with you and have acted on it. To protect everyone's privacy, we don't say how.",
  },
  dismissed: { label: 'No action', explain: 'We looked into it and took no action.' },
  abusive: {
    label: 'Not in good faith',
    explain:
      'We found that this report was not made in good faith. Such reports keep us from helping others.',
  },
}

/** How many reports one person can make within `LIMIT_PERIOD`. */
export const MAX_REPORTS = 10

/** In milliseconds. */
export const LIMIT_PERIOD = DAY

/** How often words can be added to one report. */
export const MAX_ADDITIONS = 5

export const MAX_WORDS = 2_000
