import { type Column, Table } from '../../../ui/data/table.tsx'
import type { Report, ReportFigure } from '../report.ts'
import { Comparison } from './key-figures.tsx'

/** All figures of a report with what each of them means. */
export const AllFigures = ({ report }: { report: Report }) => {
  const columns: readonly Column<ReportFigure>[] = [
    { header: 'Figure', small: 'title', cell: ({ label }) => label },
    { header: report.title, small: 'value', align: 'end', cell: ({ text }) => text },
    { header: report.before, align: 'end', cell: ({ before }) => before?.text ?? '' },
    { header: 'Change', cell: (figure) => <Comparison report={report} figure={figure} /> },
    { header: 'What it means', cell: ({ note }) => <span class="secondary">{note}</span> },
  ]
  return <Table caption={`All figures of ${report.title}`} columns={columns} rows={report.figures} />
}
