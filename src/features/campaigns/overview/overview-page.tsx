import { routes } from '../../../routes.ts'
import { DOT, joinFacts } from '../../../shared/text/facts.ts'
import { Actions, FormErrors } from '../../../ui/forms/form.tsx'
import { Breadcrumbs } from '../../../ui/layout/breadcrumbs.tsx'
import { ModerationLinks } from '../../../ui/moderation/moderation-links.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Split } from '../../../ui/page/split.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { Brief, Dates, topicOf } from '../brief.tsx'
import { type Campaign, phaseOf } from '../campaign.ts'
import { GoalList } from '../goals/goal-list.tsx'
import { PhaseBadge, Timing } from '../phase.tsx'
import { ActionsCard } from './actions-card.tsx'
import { CampaignActivity } from './activity.tsx'
import { FlagBar, NextStepBar } from './next-step-bar.tsx'
import { ProgressCard } from './progress-card.tsx'
import type { Overview } from './queries.ts'
import { RequestList } from './request-list.tsx'

type Props = {
  overview: Overview
  /** The campaign's sponsor can; admins only look. */
  canManage: boolean
  /** Why the last action was refused. */
  refusal?: string | undefined
}

/** A campaign with its finances, requests and activity: for its sponsor and admins. */
export const OverviewPage = ({ overview, canManage, refusal }: Props) => {
  const { campaign, goals, events } = overview
  return (
    <>
      <Breadcrumbs
        trail={[{ label: 'Campaigns', href: routes.campaigns.index.href() }]}
        here={campaign.name}
      />
      <Header campaign={campaign} />
      <FormErrors summary={refusal} />
      {campaign.flaggedAt !== null ? <FlagBar campaign={campaign} /> : null}
      {canManage ? <NextStepBar overview={overview} /> : null}
      <Split
        aside={
          <>
            {campaign.state === 'draft' ? null : <ProgressCard overview={overview} />}
            {canManage ? (
              <ActionsCard overview={overview} />
            ) : (
              <Actions>
                <ModerationLinks
                  subject="campaign"
                  id={campaign.id}
                  isFlagged={campaign.flaggedAt !== null}
                />
              </Actions>
            )}
          </>
        }
      >
        <RequestList overview={overview} canManage={canManage} />
        {goals.length > 0 ? (
          <div class="mt-4">
            <GoalList campaign={campaign} goals={goals} canManage={canManage} />
          </div>
        ) : null}
        <Brief plan={campaign} />
        <CampaignActivity events={events} />
      </Split>
    </>
  )
}

/** The parts of the page that change when a goal is checked off. */
export const GoalsAndProgress = ({ overview, canManage }: Props) => (
  <>
    <GoalList campaign={overview.campaign} goals={overview.goals} canManage={canManage} />
    <hx-partial hx-target="#progress" hx-swap="outerHTML">
      <ProgressCard overview={overview} />
    </hx-partial>
  </>
)

const Header = ({ campaign }: { campaign: Campaign }) => {
  const phase = phaseOf(campaign, useLocale().now)
  const topic = topicOf(campaign)
  return (
    <PageHeader
      eyebrow={campaign.visibility === 'public' ? 'Public campaign' : 'Private campaign'}
      title={campaign.name}
      subtitle={
        <>
          {joinFacts(campaign.sponsorName, topic)}
          {campaign.startDate || campaign.endDate ? DOT : null}
          <Dates {...campaign} />
        </>
      }
      aside={
        <>
          <PhaseBadge phase={phase} flagged={campaign.flaggedAt !== null} />
          {phase === 'upcoming' || phase === 'active' ? <Timing of={campaign} /> : null}
        </>
      }
    />
  )
}
