import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { categoryLabel } from '../../../shared/taxonomy.ts'
import { joinFacts } from '../../../shared/text/facts.ts'
import { Terms } from '../../../ui/data/terms.tsx'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { ButtonLink } from '../../../ui/forms/form.tsx'
import { Breadcrumbs } from '../../../ui/layout/breadcrumbs.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { ReportLink } from '../../../ui/page/report-link.tsx'
import { Section, Split } from '../../../ui/page/split.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { Money } from '../../../ui/values/money.tsx'
import { Brief, Dates, topicOf, wantedOf } from '../brief.tsx'
import { type Campaign, phaseOf } from '../campaign.ts'
import type { Goal } from '../goals/goals.ts'
import { PhaseBadge, Timing } from '../phase.tsx'
import { applicationBlocker, explainApplicationBlocker, hasOwnCampaigns } from '../policy.ts'
import type { PublicCampaign } from './queries.ts'

type Props = { found: PublicCampaign; viewer: Viewer | null }

/** A campaign as influencers and visitors see it, with a way to apply. */
export const PublicCampaignPage = ({ found, viewer }: Props) => {
  const { campaign, goals } = found
  return (
    <>
      <Breadcrumbs
        trail={[{ label: 'Campaigns', href: routes.campaigns.index.href() }]}
        here={campaign.name}
      />
      <PageHeader
        eyebrow={campaign.visibility === 'public' ? 'Campaign' : 'Private campaign'}
        title={campaign.name}
        subtitle={joinFacts(campaign.sponsorName, topicOf(campaign))}
        aside={<PhaseAndEnd campaign={campaign} />}
      />
      <ApplyBar found={found} viewer={viewer} />
      <Split aside={<Aside campaign={campaign} viewer={viewer} />}>
        <Brief plan={campaign} />
        {goals.length > 0 ? <Goals goals={goals} /> : null}
        <MoreCampaigns campaign={campaign} viewer={viewer} />
      </Split>
    </>
  )
}

const ApplyBar = ({ found: { campaign, applicant }, viewer }: Props) => {
  const blocker = applicationBlocker(viewer, campaign, applicant, useLocale().now)
  const campaignId = campaign.id
  if (blocker === null) {
    return (
      <StatusBar tone="done" sentence={`${campaign.sponsorName} is looking for ${wantedOf(campaign)}.`}>
        <ButtonLink tone="primary" href={routes.campaigns.applications.href({ campaignId })}>
          Apply
        </ButtonLink>
      </StatusBar>
    )
  }
  return (
    <StatusBar tone="wait" sentence={explainApplicationBlocker(blocker)}>
      {blocker === 'visitor' ? (
        <>
          <ButtonLink
            tone="primary"
            href={routes.signIn.href({ next: routes.campaigns.show.href({ campaignId }) })}
          >
            Sign in to apply
          </ButtonLink>
          <ButtonLink href={routes.signUp.influencer.href()}>Create an account</ButtonLink>
        </>
      ) : null}
      {applicant?.latestRequest ? (
        <ButtonLink
          tone={blocker === 'has_request' ? 'primary' : 'outline'}
          href={routes.adRequests.show.href({ adRequestId: applicant.latestRequest })}
        >
          Open your request
        </ButtonLink>
      ) : null}
    </StatusBar>
  )
}

const PhaseAndEnd = ({ campaign }: { campaign: Campaign }) => {
  const phase = phaseOf(campaign, useLocale().now)
  return (
    <>
      <PhaseBadge phase={phase} flagged={false} />
      {phase === 'upcoming' || phase === 'active' ? <Timing of={campaign} /> : null}
    </>
  )
}

const Aside = ({ campaign, viewer }: { campaign: Campaign; viewer: Viewer | null }) => (
  <>
    <AtAGlance campaign={campaign} />
    <ReportLink
      viewer={viewer}
      subject="campaign"
      id={campaign.id}
      ownerId={campaign.sponsorId}
      label="Report this campaign"
    />
  </>
)

const AtAGlance = ({ campaign }: { campaign: Campaign }) => (
  <Card eyebrow="At a glance">
    <Terms
      items={[
        {
          term: 'Campaign budget',
          detail: (
            <span class="big">
              <Money cents={campaign.budget} compact />
            </span>
          ),
        },
        { term: 'Dates', detail: <Dates {...campaign} /> },
        { term: 'Sponsor', detail: campaign.sponsorName },
      ]}
    />
  </Card>
)

const Goals = ({ goals }: { goals: readonly Goal[] }) => (
  <Section title="Goals">
    <ul>
      {goals.map(({ text }) => (
        <li dir="auto">{text}</li>
      ))}
    </ul>
  </Section>
)

type MoreProps = { campaign: Campaign; viewer: Viewer | null }

const MoreCampaigns = ({ campaign: { category }, viewer }: MoreProps) =>
  category && !hasOwnCampaigns(viewer) ? (
    <nav class="section" aria-label="More campaigns">
      <a href={routes.campaigns.index.href({ category })}>More in {categoryLabel(category)}</a>
    </nav>
  ) : null
