import { routes } from '../../../routes.ts'
import { counted } from '../../../shared/format.ts'
import { Figure, Figures } from '../../../ui/data/figure.tsx'
import { WaitingList, WaitingRow } from '../../../ui/data/waiting-list.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Section } from '../../../ui/page/split.tsx'
import { Count } from '../../../ui/values/count.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { Time } from '../../../ui/values/time.tsx'
import { subjectNames } from '../../flags/subject.ts'
import {
  campaignsByState,
  firstAnswersByTime,
  influencersByTier,
  openCampaignsByCategory,
  requestsByOutcome,
  requestsByStatus,
} from '../../statistics/breakdowns.ts'
import { agreedChart, publishedChart, requestsChart, signUpsChart } from '../../statistics/charts.ts'
import { platformFigures } from '../../statistics/figures.ts'
import { BreakdownCard, ChartCard } from '../../statistics/show/cards.tsx'
import { PeriodSection } from '../../statistics/show/period-section.tsx'
import type { FigureValues } from '../../statistics/values.ts'
import { type Glance, glances } from './glances.ts'
import type { Overview, WaitingAppeal, WaitingCase, WaitingName, WaitingSponsor } from './queries.ts'

export const OverviewPage = ({
  overview: { waiting, renamed, appeals, cases, now, values },
}: {
  overview: Overview
}) => (
  <>
    <PageHeader title="Overview" aside={<a href={routes.reports.index.href()}>Monthly digests</a>} />
    {waiting.length + renamed.length + appeals.length + cases.length > 0 ? (
      <WaitingList>
        {appeals.map((appeal) => (
          <AppealRow appeal={appeal} />
        ))}
        {cases.map((abuseCase) => (
          <CaseRow abuseCase={abuseCase} />
        ))}
        {waiting.map((sponsor) => (
          <SponsorToReview sponsor={sponsor} />
        ))}
        {renamed.map((sponsor) => (
          <NameToReview sponsor={sponsor} />
        ))}
      </WaitingList>
    ) : (
      <EmptyState title="Nothing is waiting for you">
        Appeals to answer, reports to decide on, sponsors who need your approval and their new names appear
        here.
      </EmptyState>
    )}
    <Section title="At a glance">
      <div class="statistics-figures-4">
        <Figures>
          {glances.map((glance) => (
            <GlanceFigure glance={glance} count={glance.count(now)} />
          ))}
        </Figures>
      </div>
    </Section>
    <Activity values={values} />
    <Section title="Where things stand">
      <div class="statistics-cards">
        <BreakdownCard of={requestsByStatus(values.now, 'admin')} />
        <BreakdownCard of={campaignsByState(now)} />
        <BreakdownCard of={openCampaignsByCategory(now)} />
        <BreakdownCard of={influencersByTier(now)} />
      </div>
    </Section>
  </>
)

/** What happened in a period. */
export const Activity = ({ values }: { values: FigureValues }) => {
  const style = useLocale()
  const hrefOf = (period: string) => routes.admin.overview.href({ period })
  return (
    <PeriodSection title="Activity" values={values} figures={platformFigures} hrefOf={hrefOf}>
      <ChartCard of={requestsChart(values, style)} />
      <BreakdownCard of={requestsByOutcome(values)} />
      <ChartCard of={agreedChart('Agreed amount', values, style)} />
      <BreakdownCard of={firstAnswersByTime(values)} />
      <ChartCard of={signUpsChart(values, style)} />
      <ChartCard of={publishedChart(values, style)} />
    </PeriodSection>
  )
}

const GlanceFigure = ({ glance: { label, href }, count }: { glance: Glance; count: number }) => (
  <Figure label={label} href={href}>
    <Count value={count} />
  </Figure>
)

const AppealRow = ({ appeal: { id, subject, title, ownerName, appealedAt } }: { appeal: WaitingAppeal }) => (
  <WaitingRow
    href={routes.admin.flags.show.href({ flagId: id })}
    lead={`Answer the appeal of ${ownerName}`}
    left={
      <>
        appealed <Time at={appealedAt} as="relative" />
      </>
    }
  >
    ({subjectNames[subject].label}: {title})
  </WaitingRow>
)

const CaseRow = ({
  abuseCase: { id, subject, title, reportCount, reportedAt },
}: {
  abuseCase: WaitingCase
}) => (
  <WaitingRow
    href={routes.admin.abuseReports.show.href({ caseId: id })}
    lead={`Decide on ${counted(reportCount, 'report', 'reports')}`}
    left={
      <>
        last reported <Time at={reportedAt} as="relative" />
      </>
    }
  >
    ({subjectNames[subject].label}: {title})
  </WaitingRow>
)

const SponsorToReview = ({ sponsor: { company, industry, submittedAt } }: { sponsor: WaitingSponsor }) => (
  <WaitingRow
    href={routes.admin.sponsors.href()}
    lead={`Review ${company}`}
    left={
      <>
        submitted <Time at={submittedAt} as="relative" />
      </>
    }
  >
    ({industry})
  </WaitingRow>
)

const NameToReview = ({ sponsor: { company, requestedName, requestedAt } }: { sponsor: WaitingName }) => (
  <WaitingRow
    href={routes.admin.sponsors.href({ status: 'renamed' })}
    lead={`Review the new name of ${company}`}
    left={
      <>
        asked for <Time at={requestedAt} as="relative" />
      </>
    }
  >
    ({requestedName})
  </WaitingRow>
)
