import { routes } from '../../routes.ts'
import { addRequestFacts } from './figures/facts.ts'
import type { FigureStyle } from './figures/format-figure.ts'
import { influencerFigures } from './figures/influencer-figures.ts'
import { sponsorFigures } from './figures/sponsor-figures.ts'
import { makeReport } from './make-report.ts'
import { addMonths, type Month, monthIn } from './month.ts'
import type { CampaignFacts, RequestHistory, Wanted } from './queries/request-facts.ts'
import type { Side } from './queries/spans.ts'
import type { Report } from './report.ts'

/** How many months the charts over time show, with the report's own as the last one. */
const TREND_MONTHS = 6

/** Whose report it is. */
export interface Reader {
  readonly id: Wanted['reader']
  readonly timeZone: string
  /** A company or a person. */
  readonly name: string
}

const figuresOf = { sponsor: sponsorFigures, influencer: influencerFigures } as const

/** What to read for a report about requests. */
export function wantedFor({ id, timeZone }: Pick<Reader, 'id' | 'timeZone'>, month: string): Wanted {
  const monthAgo = (months: number): Month => monthIn(addMonths(month, -months), timeZone)
  const trend = Array.from({ length: TREND_MONTHS }, (_, index) => monthAgo(TREND_MONTHS - 1 - index))
  return { reader: id, month: monthAgo(0), before: monthAgo(1), trend }
}

/** The report of a sponsor or an influencer. */
export function requestReport(
  side: Side,
  reader: Reader,
  month: string,
  history: RequestHistory,
  { now, ...style }: FigureStyle & { readonly now: number },
): Report {
  return makeReport(
    {
      kind: side,
      month,
      isRunning: now < monthIn(month, reader.timeZone).to,
      about: reader.name,
      figures: figuresOf[side],
      groups: { name: 'Campaign', rows: history.month.map(toGroup) },
      total: addUp(history.month),
      totalBefore: addUp(history.before),
      trend: history.trend,
    },
    style,
  )
}

function toGroup({ id, isThere, name, facts }: CampaignFacts) {
  return { id, name, path: isThere ? routes.campaigns.show.href({ campaignId: id }) : null, facts }
}

function addUp(campaigns: readonly CampaignFacts[]) {
  return addRequestFacts(campaigns.map(({ facts }) => facts))
}
