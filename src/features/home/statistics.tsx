import { routes } from '../../routes.ts'
import { useLocale } from '../../ui/values/locale.ts'
import { answersByTime, requestsByStatus } from '../statistics/breakdowns.ts'
import { agreedChart, requestsChart } from '../statistics/charts.ts'
import { influencerFigures, type PeriodFigure, sponsorFigures } from '../statistics/figures.ts'
import { BreakdownCard, ChartCard } from '../statistics/show/cards.tsx'
import { PeriodSection } from '../statistics/show/period-section.tsx'
import type { FigureValues } from '../statistics/values.ts'

type Props = { values: FigureValues }

export const SponsorStatistics = ({ values }: Props) => (
  <OwnStatistics side="sponsor" figures={sponsorFigures} agreed="Spend agreed" values={values} />
)

export const InfluencerStatistics = ({ values }: Props) => (
  <OwnStatistics side="influencer" figures={influencerFigures} agreed="Earnings agreed" values={values} />
)

type OwnProps = Props & {
  side: 'sponsor' | 'influencer'
  figures: readonly PeriodFigure[]
  /** What they call the agreed amount. */
  agreed: string
}

const OwnStatistics = ({ side, figures, agreed, values }: OwnProps) => {
  const style = useLocale()
  const hrefOf = (period: string) => routes.home.href({ period })
  return (
    <PeriodSection title="Your figures" values={values} figures={figures} hrefOf={hrefOf}>
      <ChartCard of={agreedChart(agreed, values, style)} />
      <BreakdownCard of={requestsByStatus(values.now, side)} />
      <ChartCard of={requestsChart(values, style)} />
      <BreakdownCard of={answersByTime(values, side)} />
    </PeriodSection>
  )
}
