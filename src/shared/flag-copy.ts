/** What a flagged row keeps of its flag: since when (milliseconds UTC), and the reason for its owner. */
export interface FlagCopy {
  readonly at: number
  readonly reason: string
}

/** The columns of a flagged row, or of one that is not flagged. */
export function flagColumns(flag: FlagCopy | null) {
  return { flaggedAt: flag?.at ?? null, flagReason: flag?.reason ?? null }
}
