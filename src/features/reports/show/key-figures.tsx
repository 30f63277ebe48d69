import { Figure, Figures } from '../../../ui/data/figure.tsx'
import { comparison } from '../headings.ts'
import type { Report, ReportFigure } from '../report.ts'
import { Arrow } from './arrow.tsx'

export const KeyFigures = ({ report }: { report: Report }) => (
  <div class="report-figures">
    <Figures>
      {report.figures
        .filter(({ isKey }) => isKey)
        .map((figure) => (
          <Figure label={figure.label} note={<Comparison report={report} figure={figure} />}>
            {figure.text}
          </Figure>
        ))}
    </Figures>
  </div>
)

/** The change against the month before, in words, with an arrow. */
export const Comparison = ({ report, figure }: { report: Report; figure: ReportFigure }) => (
  <>
    {figure.change ? <Arrow change={figure.change} /> : null}
    {comparison(report, figure)}
  </>
)
