/**
 * `money` is in cents and `duration` in milliseconds. `percent` is a ratio, and so is `difference`, which has a sign:
 * "+4.2%".
 */
export type FigureFormat = 'count' | 'money' | 'percent' | 'difference' | 'duration'

/** A row of a report. What its value is for a whole month comes from the facts of all groups added up. */
export interface Figure<Facts> {
  readonly key: string
  readonly label: string
  /** The header of its column, where there is little room. */
  readonly short: string
  /** What it means, in a sentence. */
  readonly note: string
  readonly format: FigureFormat
  /** Null if there is nothing to calculate it from. */
  readonly value: (facts: Facts) => number | null
  /** Which direction is good news. Null: neither. */
  readonly better: 'up' | 'down' | null
  /** Printed large at the top. */
  readonly isKey?: true
  /** The table by campaign that it is a column of. */
  readonly table?: 'requests' | 'results'
  /** It is about today, so no other month has one. */
  readonly isToday?: true
}
