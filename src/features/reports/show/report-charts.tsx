import { Chart } from '../../../ui/charts/chart.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { chartsOf } from '../charts.ts'
import type { Report } from '../report.ts'

export const ReportCharts = ({ report }: { report: Report }) => (
  <div class="report-charts">
    {chartsOf(report, useLocale().currency).map(({ id, kind, data }) => (
      <Card>
        <Chart id={id} kind={kind} data={data} foldTable />
      </Card>
    ))}
  </div>
)
