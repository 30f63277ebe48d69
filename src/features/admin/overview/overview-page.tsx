import { routes } from '../../../routes.ts'
import { formatCount } from '../../../shared/format.ts'
import { Figure, Figures } from '../../../ui/data/figure.tsx'
import { WaitingList, WaitingRow } from '../../../ui/data/waiting-list.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Section } from '../../../ui/page/split.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { subjectNames } from '../../flags/subject.ts'
import type { SponsorRow } from '../sponsors/queries.ts'
import { type Counts, MAX_COUNTED, type WaitingAppeal } from './queries.ts'

type Props = { waiting: readonly SponsorRow[]; appeals: readonly WaitingAppeal[]; counts: Counts }

export const OverviewPage = ({ waiting, appeals, counts }: Props) => (
  <>
    <PageHeader title="Overview" aside={<a href={routes.reports.index.href()}>Monthly digests</a>} />
    {waiting.length + appeals.length > 0 ? (
      <WaitingList>
        {appeals.map((appeal) => (
          <AppealRow appeal={appeal} />
        ))}
        {waiting.map((sponsor) => (
          <SponsorToReview sponsor={sponsor} />
        ))}
      </WaitingList>
    ) : (
      <EmptyState title="Nothing is waiting for you">
        Appeals to answer and sponsors who need your approval appear here.
      </EmptyState>
    )}
    <Section title="At a glance">
      <Figures>
        <Figure label="Sponsors waiting" href={routes.admin.sponsors.href()}>
          {countLabel(counts.waitingSponsors)}
        </Figure>
        <Figure label="Approved sponsors" href={routes.admin.sponsors.href({ status: 'active' })}>
          {countLabel(counts.activeSponsors)}
        </Figure>
        <Figure label="Influencers" href={routes.admin.users.href({ role: 'influencer', status: 'active' })}>
          {countLabel(counts.activeInfluencers)}
        </Figure>
        <Figure label="Suspended accounts" href={routes.admin.users.href({ status: 'suspended' })}>
          {countLabel(counts.suspended)}
        </Figure>
        <Figure label="Appeals waiting" href={routes.admin.flags.index.href({ state: 'appealed' })}>
          {countLabel(counts.appeals)}
        </Figure>
        <Figure label="Flagged now" href={routes.admin.flags.index.href()}>
          {countLabel(counts.openFlags)}
        </Figure>
        <Figure label="Public campaigns" href={routes.campaigns.index.href()}>
          {countLabel(counts.openCampaigns)}
        </Figure>
      </Figures>
    </Section>
  </>
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

const SponsorToReview = ({ sponsor: { company, industry, submittedAt } }: { sponsor: SponsorRow }) => (
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

const countLabel = (count: number): string =>
  count < MAX_COUNTED ? formatCount(count) : `${formatCount(count)}+`
