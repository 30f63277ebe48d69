import { type ReportReason, reasons } from '../../../../src/features/abuse-reports/reasons.ts'
import type { ReporterRecord } from '../../../../src/features/abuse-reports/weight/reporter-record.ts'
import { trustOf, weightRule } from '../../../../src/features/abuse-reports/weight/weight.ts'

/* The rule of `weight.ts` in TypeScript, to compare the SQL with. */

export interface WeighedReport {
  readonly reason: ReportReason
  /** How the reporter's earlier reports ended. */
  readonly record: Pick<ReporterRecord, 'upheld' | 'dismissed' | 'abusive'>
  /** How old the reporter's account was when they reported, in milliseconds. */
  readonly accountAge: number
  /** The same for all reporters of one company. */
  readonly side: string
}

/** The weight of a case with these reports, from 0 to 999. Leave out reports in bad faith. */
export function weightOf(reports: readonly WeighedReport[]): number {
  const sides = Map.groupBy(reports, ({ side }) => side)
  const points = [...sides.values()].reduce((sum, ofSide) => sum + Math.max(...ofSide.map(pointsOf)), 0)
  return Math.floor((weightRule.max * points) / (points + weightRule.half))
}

export function pointsOf({ reason, record, accountAge }: Omit<WeighedReport, 'side'>): number {
  return reasons[reason].gravity * trustOf(record) * ageFactor(accountAge)
}

function ageFactor(age: number): number {
  const { newAccount, fullAge } = weightRule
  return newAccount + Math.floor(((100 - newAccount) * Math.min(Math.max(age, 0), fullAge)) / fullAge)
}
