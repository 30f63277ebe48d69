import type { Viewer } from '../../platform/http/context.ts'
import { routes } from '../../routes.ts'

type Props = {
  viewer: Viewer | null
  /** What to report. `features/flags/subject.ts` lists what there is. */
  subject: 'user' | 'campaign' | 'ad_request' | 'message'
  id: number
  /** Whose it is. Nobody reports what is theirs. Null if both sides can report it. */
  ownerId: number | null
  /** For screen readers, and where a page has several: "Report Mara Lindqvist". */
  label?: string | undefined
}

/** A quiet link to the form that reports something to the admins. */
export const ReportLink = ({ viewer, subject, id, ownerId, label = 'Report' }: Props) =>
  viewer && canReport(viewer) && viewer.id !== ownerId ? (
    <a class="report-link" href={routes.abuseReports.new.href({ subject, id })} rel="nofollow">
      {label}
    </a>
  ) : null

/** Admins act themselves, so they have nobody to report to. */
export function canReport({ role, status }: Pick<Viewer, 'role' | 'status'>): boolean {
  return role !== 'admin' && status === 'active'
}
