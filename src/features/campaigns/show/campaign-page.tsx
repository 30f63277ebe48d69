import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { categoryLabel } from '../../../shared/taxonomy.ts'
import { Terms } from '../../../ui/data/terms.tsx'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { ButtonLink } from '../../../ui/forms/form.tsx'
import { Breadcrumbs } from '../../../ui/layout/breadcrumbs.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Section, Split } from '../../../ui/page/split.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { Money } from '../../../ui/values/money.tsx'
import { Brief, Dates, topicOf, wantedOf } from '../brief.tsx'
import { type Campaign, phaseOf } from '../campaign.ts'
import type { Goal } from '../goals/goals.ts'
import { Ends, PhaseBadge } from '../phase.tsx'
import { explainNoApplication, whyNoApplication } from '../policy.ts'
import type { Announcement } from './queries.ts'

type Props = { announcement: Announcement; viewer: Viewer | null }

/** A campaign as influencers and visitors see it: what it is, what it wants, and how to take part. */
export const AnnouncementPage = ({ announcement, viewer }: Props) => {
  const { campaign, goals } = announcement
  return (
    <>
      <Breadcrumbs
        trail={[{ label: 'Campaigns', href: routes.campaigns.index.href() }]}
        here={campaign.name}
      />
      <PageHeader
        eyebrow={campaign.visibility === 'public' ? 'Campaign' : 'Private campaign'}
        title={campaign.name}
        subtitle={[campaign.sponsorName, topicOf(campaign)].filter(Boolean).join(' · ')}
        aside={<Clock campaign={campaign} />}
      />
      <ApplyBar announcement={announcement} viewer={viewer} />
      <Split aside={<AtAGlance campaign={campaign} />}>
        <Brief plan={campaign} />
        {goals.length > 0 ? <Goals goals={goals} /> : null}
        <WaysOn campaign={campaign} viewer={viewer} />
      </Split>
    </>
  )
}

const ApplyBar = ({ announcement: { campaign, standing }, viewer }: Props) => {
  const why = whyNoApplication(viewer, campaign, standing, useLocale().now)
  const campaignId = campaign.id
  if (why === null) {
    return (
      <StatusBar tone="done" sentence={`${campaign.sponsorName} looks for ${wantedOf(campaign)}.`}>
        <ButtonLink tone="primary" href={routes.campaigns.applications.href({ campaignId })}>
          Apply
        </ButtonLink>
      </StatusBar>
    )
  }
  return (
    <StatusBar tone="wait" sentence={explainNoApplication(why)}>
      {why === 'visitor' ? (
        <>
          <ButtonLink
            tone="primary"
            href={routes.signIn.href({ next: routes.campaigns.show.href({ campaignId }) })}
          >
            Sign in to apply
          </ButtonLink>
          <ButtonLink href={routes.signUp.influencer.href()}>Make an account</ButtonLink>
        </>
      ) : null}
      {standing?.latestRequest ? (
        <ButtonLink
          tone={why === 'has_request' ? 'primary' : 'outline'}
          href={routes.adRequests.show.href({ adRequestId: standing.latestRequest })}
        >
          Open your request
        </ButtonLink>
      ) : null}
    </StatusBar>
  )
}

const Clock = ({ campaign }: { campaign: Campaign }) => {
  const phase = phaseOf(campaign, useLocale().now)
  return (
    <>
      <PhaseBadge phase={phase} flagged={false} />
      {phase === 'active' && campaign.endsAt !== null ? <Ends at={campaign.endsAt} /> : null}
    </>
  )
}

const AtAGlance = ({ campaign }: { campaign: Campaign }) => (
  <Card eyebrow="At a glance">
    <Terms
      items={[
        {
          term: 'Budget of the campaign',
          detail: (
            <span class="big">
              <Money cents={campaign.budget} compact />
            </span>
          ),
        },
        { term: 'Runs', detail: <Dates startDate={campaign.startDate} endDate={campaign.endDate} /> },
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

// A sponsor's own campaigns stand where everybody else finds the catalogue.
const WaysOn = ({ campaign: { category }, viewer }: { campaign: Campaign; viewer: Viewer | null }) =>
  category && viewer?.role !== 'sponsor' ? (
    <nav class="section" aria-label="More campaigns">
      <a href={routes.campaigns.index.href({ category })}>More in {categoryLabel(category)}</a>
    </nav>
  ) : null
