import { routes } from '../../routes.ts'
import { isMonthName } from './month.ts'

export type ReportFormat = 'html' | 'csv' | 'pdf'

/** What the last part of a report's URL asks for: "2026-10", "2026-10.csv". Null for anything else. */
export function parseReportName(text: string): { month: string; format: ReportFormat } | null {
  const [month = '', format = 'html', ...more] = text.split('.')
  const isPlainHtml = format === 'html' && text.includes('.')
  if (!isMonthName(month) || more.length > 0 || isPlainHtml) return null
  return format === 'html' || format === 'csv' || format === 'pdf' ? { month, format } : null
}

/** The URL of a report, as a page or a file. `month` is `YYYY-MM`. */
export function reportHref(month: string, format: ReportFormat = 'html'): string {
  return routes.reports.show.href({ report: format === 'html' ? month : `${month}.${format}` })
}
