import { type Column, Table } from '../../../ui/data/table.tsx'
import { beforeHeading } from '../headings.ts'
import type { Report, ReportFigure } from '../report.ts'
import { Comparison } from './key-figures.tsx'

/** All figures of a report with what each of them means. */
export const AllFigures = ({ report }: { report: Report }) => {
  const columns: readonly Column<ReportFigure>[] = [
    { header: 'Figure', small: 'title', cell: ({ label }) => label },
    { header: report.title, small: 'value', align: 'end', cell: ({ text }) => text },
    { header: beforeHeading(report), align: 'end', cell: ({ before }) => before?.text ?? '' },
    ...(report.isRunning ? [] : [change(report)]),
    { header: 'What it means', cell: ({ note }) => <span class="secondary">{note}</span> },
  ]
  return <Table caption={`All figures of ${report.title}`} columns={columns} rows={report.figures} />
}

const change = (report: Report): Column<ReportFigure> => ({
  header: 'Change',
  cell: (figure) => <Comparison report={report} figure={figure} />,
})
