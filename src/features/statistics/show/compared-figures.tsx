import { Figure, Figures } from '../../../ui/data/figure.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { Arrow } from '../../reports/show/arrow.tsx'
import { type ComparedFigure, compared } from '../compare.ts'
import type { PeriodFigure } from '../figures.ts'
import { daysOfPeriod } from '../period.ts'
import type { FigureValues } from '../values.ts'

type Props = { figures: readonly PeriodFigure[]; values: FigureValues }

/** The figures of a period against the period before. They lead to the lists that they count. */
export const ComparedFigures = ({ figures, values }: Props) => {
  const style = useLocale()
  const days = daysOfPeriod(values.period)
  return (
    <div class={`statistics-figures ${figures.length % 4 === 0 ? 'statistics-figures-4' : ''}`}>
      <Figures>
        {figures.map((figure) => {
          const { text, ...about } = compared(figure, values, style)
          return (
            <Figure label={figure.label} href={figure.href(days)} note={<Note {...about} />}>
              {text}
            </Figure>
          )
        })}
      </Figures>
    </div>
  )
}

const Note = ({ basis, change }: Pick<ComparedFigure, 'basis' | 'change'>) => (
  <>
    {basis ? <div class="figure-basis">{basis}</div> : null}
    {change ? (
      <>
        <Arrow change={change} />
        {change.text}
      </>
    ) : null}
  </>
)
