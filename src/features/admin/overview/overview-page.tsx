import { routes } from '../../../routes.ts'
import { formatCount } from '../../../shared/format.ts'
import { Figure, Figures } from '../../../ui/data/figure.tsx'
import { WaitingList, WaitingRow } from '../../../ui/data/waiting-list.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Section } from '../../../ui/page/split.tsx'
import { Time } from '../../../ui/values/time.tsx'
import { type Counts, MAX_COUNTED, type WaitingSponsor } from './queries.ts'

type Props = { waiting: readonly WaitingSponsor[]; counts: Counts }

export const OverviewPage = ({ waiting, counts }: Props) => (
  <>
    <PageHeader title="Overview" aside={<a href={routes.reports.index.href()}>Monthly digests</a>} />
    {waiting.length > 0 ? (
      <WaitingSponsors waiting={waiting} />
    ) : (
      <EmptyState title="Nothing is waiting for you">Sponsors who need your approval appear here.</EmptyState>
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
        <Figure label="Public campaigns" href={routes.campaigns.index.href()}>
          {countLabel(counts.openCampaigns)}
        </Figure>
      </Figures>
    </Section>
  </>
)

const WaitingSponsors = ({ waiting }: { waiting: readonly WaitingSponsor[] }) => (
  <WaitingList>
    {waiting.map(({ company, industry, submittedAt }) => (
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
    ))}
  </WaitingList>
)

const countLabel = (count: number): string =>
  count < MAX_COUNTED ? formatCount(count) : `${formatCount(count)}+`
