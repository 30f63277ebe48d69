import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Section } from '../../../ui/page/split.tsx'
import { reportNames, reportSubtitle } from '../headings.ts'
import type { FoundReport } from '../queries/read-report.ts'
import { AllFigures } from './all-figures.tsx'
import { GroupTable } from './group-table.tsx'
import { KeyFigures } from './key-figures.tsx'
import { ReportCharts } from './report-charts.tsx'
import { ReportLinks } from './report-links.tsx'

export const ReportPage = ({ report, hasEarlier }: FoundReport) => (
  <>
    <PageHeader
      eyebrow={reportNames[report.kind]}
      title={report.title}
      subtitle={reportSubtitle(report)}
      aside={<ReportLinks report={report} hasEarlier={hasEarlier} />}
    />
    {report.isEmpty ? (
      <EmptyState title={`Nothing to report for ${report.title}`}>
        Requests that are sent, answered or open in a month appear in its report.
      </EmptyState>
    ) : (
      <>
        <KeyFigures report={report} />
        <ReportCharts report={report} />
        {report.tables.map((table) => (
          <Section title={table.title}>
            <GroupTable table={table} />
          </Section>
        ))}
        <Section title="Every figure">
          <AllFigures report={report} />
        </Section>
      </>
    )}
  </>
)
