import { routes } from '../../../routes.ts'
import { addMonths, monthTitle } from '../month.ts'
import type { FoundReport } from '../queries/read-report.ts'
import { reportHref } from '../report-name.ts'

/** Links to the neighboring months and to the report as a file. */
export const ReportLinks = ({ report: { month, isRunning }, hasEarlier }: FoundReport) => (
  <nav class="report-nav" aria-label="Reports">
    {hasEarlier ? <MonthLink month={addMonths(month, -1)} rel="prev" /> : null}
    {isRunning ? null : <MonthLink month={addMonths(month, 1)} rel="next" />}
    <a href={routes.reports.index.href()}>All months</a>
    <span class="report-nav">
      <a class="btn btn-outline btn-sm" href={reportHref(month, 'pdf')} download>
        PDF
      </a>
      <a class="btn btn-outline btn-sm" href={reportHref(month, 'csv')} download>
        CSV
      </a>
    </span>
  </nav>
)

const MonthLink = ({ month, rel }: { month: string; rel: 'prev' | 'next' }) => (
  <a href={reportHref(month)} rel={rel}>
    {rel === 'prev' ? '← ' : ''}
    {monthTitle(month)}
    {rel === 'next' ? ' →' : ''}
  </a>
)
