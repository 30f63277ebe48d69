import { routes } from '../routes.ts'
import { counted } from '../shared/format.ts'
import { type Cents, formatMoney } from '../shared/money.ts'
import { Card } from '../ui/card.tsx'
import { EmptyState } from '../ui/empty.tsx'
import { ButtonLink } from '../ui/form.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { MorePager } from '../ui/pager.tsx'
import { Progress } from '../ui/progress.tsx'
import { useReader } from '../ui/reader.ts'
import { Region } from '../ui/region.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { type Phase, phaseOf } from './campaign.ts'
import { missingForPublication } from './completeness.ts'
import type { OwnList as Own, OwnCampaign } from './list-store.ts'
import { Ends, PhaseBadge, phaseLabels } from './phase.tsx'

type Props = { list: Own; phase: Phase | null; isFirst: boolean }

const REGION = 'campaigns'

export const OwnListPage = (props: Props) => (
  <>
    <PageHeader
      title="Campaigns"
      aside={
        <ButtonLink tone="primary" href={routes.campaigns.new.href()}>
          New campaign
        </ButtonLink>
      }
    />
    <OwnList {...props} />
  </>
)

/** A sponsor's campaigns, with what each is at or lacks. */
export const OwnList = ({ list: { page, counts }, phase, isFirst }: Props) => (
  <Region id={REGION} label="Campaigns">
    {counts.all > 0 ? <PhaseTabs counts={counts} current={phase} /> : null}
    {page.rows.length > 0 ? (
      <Card>
        <ul class="rows-plain">
          {page.rows.map((campaign) => (
            <OwnRow campaign={campaign} />
          ))}
        </ul>
      </Card>
    ) : (
      <Empty phase={phase} />
    )}
    <MorePager
      region={REGION}
      nextHref={page.next ? routes.campaigns.index.href({ state: phase, after: page.next }) : null}
      firstHref={isFirst ? null : routes.campaigns.index.href({ state: phase })}
    />
  </Region>
)

const PhaseTabs = ({ counts, current }: { counts: Own['counts']; current: Phase | null }) => (
  <Tabs
    label="Campaigns by state"
    region={REGION}
    tabs={[
      { label: 'All', href: routes.campaigns.index.href(), current: current === null, count: counts.all },
      ...phases
        .filter((phase) => counts[phase] > 0 || phase === current)
        .map((phase) => ({
          label: phaseLabels[phase],
          href: routes.campaigns.index.href({ state: phase }),
          current: phase === current,
          count: counts[phase],
        })),
    ]}
  />
)

const phases: readonly Phase[] = ['draft', 'active', 'paused', 'ended', 'completed']

/** One campaign of the sponsor's own, in a list: what became of it so far. */
export const OwnRow = ({ campaign }: { campaign: OwnCampaign }) => {
  const phase = phaseOf(campaign, useReader().now)
  return (
    <li>
      <div class="row-head">
        <a href={routes.campaigns.show.href({ campaignId: campaign.id })}>{campaign.name}</a>
        <PhaseBadge phase={phase} flagged={campaign.flaggedAt !== null} />
      </div>
      {phase === 'draft' ? (
        <DraftNote campaign={campaign} />
      ) : (
        <RunningNote campaign={campaign} phase={phase} />
      )}
    </li>
  )
}

const DraftNote = ({ campaign }: { campaign: OwnCampaign }) => {
  const missing = missingForPublication(campaign, useReader().now)
  return (
    <div class="person-note">
      {missing.length > 0
        ? `Missing before it can be published: ${missing.map(({ name }) => name).join(', ')}`
        : 'Complete: ready to be published'}
    </div>
  )
}

const RunningNote = ({ campaign, phase }: { campaign: OwnCampaign; phase: Phase }) => {
  const { currency, locale } = useReader()
  const money = (amount: Cents) => formatMoney(amount, currency, { locale, compact: true })
  return (
    <>
      <div class="person-note mb-2">
        {requestsOf(campaign)}
        {phase === 'active' && campaign.endsAt !== null ? (
          <>
            {' · '}
            <Ends at={campaign.endsAt} />
          </>
        ) : null}
      </div>
      <Progress
        label={`Budget of ${campaign.name} that is agreed`}
        hideLabel
        value={campaign.committed}
        max={campaign.budget}
        text={`${money(campaign.committed)} of ${money(campaign.budget)} agreed`}
      />
    </>
  )
}

function requestsOf({ requests, agreed }: OwnCampaign): string {
  return requests === 0 ? 'No requests yet' : `${counted(requests, 'request')}, ${agreed} agreed`
}

const Empty = ({ phase }: { phase: Phase | null }) =>
  phase === null ? (
    <EmptyState
      title="No campaigns yet"
      action={{ label: 'Write the first one', href: routes.campaigns.new.href() }}
    >
      Say what you want made and what you can spend. You can save a draft at any time.
    </EmptyState>
  ) : (
    <EmptyState
      title={`Nothing here is ${phaseLabels[phase].toLowerCase()}`}
      action={{ label: 'Show all campaigns', href: routes.campaigns.index.href() }}
    />
  )
