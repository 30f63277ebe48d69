import { Chart } from '../../../ui/charts/chart.tsx'
import { Breakdown } from '../../../ui/data/breakdown.tsx'
import { Card } from '../../../ui/page/card.tsx'
import type { BreakdownOf } from '../breakdowns.ts'
import type { TimeChart } from '../charts.ts'

export const ChartCard = ({ of: { id, kind, data } }: { of: TimeChart }) => (
  <Card title={data.title}>
    <Chart id={`chart-${id}`} kind={kind} data={data} hideTitle foldTable />
  </Card>
)

export const BreakdownCard = ({ of: { title, rowName, rows } }: { of: BreakdownOf }) => (
  <Card title={title}>
    <Breakdown title={title} rowName={rowName} rows={rows} />
  </Card>
)
