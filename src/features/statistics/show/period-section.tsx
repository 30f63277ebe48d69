import type { Child } from 'hono/jsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Region } from '../../../ui/page/region.tsx'
import { Tabs } from '../../../ui/page/tabs.tsx'
import type { PeriodFigure } from '../figures.ts'
import { type PeriodKey, periodKeys, periods } from '../period.ts'
import type { FigureValues } from '../values.ts'
import { ComparedFigures } from './compared-figures.tsx'

type Props = {
  title: string
  values: FigureValues
  figures: readonly PeriodFigure[]
  /** The page with another period. */
  hrefOf: (period: PeriodKey) => string
  /** Cards in two columns, the first wider: a chart, and beside it a breakdown. */
  children?: Child
}

const REGION = 'statistics'

/** The figures and charts of a period, with links to the other periods. It is the fragment for htmx. */
export const PeriodSection = ({ title, values, figures, hrefOf, children }: Props) => (
  <Region id={REGION} label={title}>
    <div class="section">
      <div class="section-head">
        <h2>{title}</h2>
        <span class="secondary">{periods[values.period.key].title}. Days begin at midnight UTC.</span>
      </div>
      <Tabs
        label="Period"
        region={REGION}
        tabs={periodKeys.map((key) => ({
          label: periods[key].tab,
          href: hrefOf(key),
          current: key === values.period.key,
        }))}
      />
      <ComparedFigures figures={figures} values={values} />
      {values.hasActivity ? (
        <div class="statistics-cards statistics-cards-uneven">{children}</div>
      ) : (
        <div class="mt-3">
          <EmptyState title="Nothing happened in this period">Choose a longer one to see more.</EmptyState>
        </div>
      )}
    </div>
  </Region>
)
