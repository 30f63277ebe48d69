import { routes } from '../../../routes.ts'
import { FormErrors } from '../../../ui/forms/form.tsx'
import { Breadcrumbs } from '../../../ui/layout/breadcrumbs.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Split } from '../../../ui/page/split.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { Brief, Dates, topicOf } from '../brief.tsx'
import { type Campaign, phaseOf } from '../campaign.ts'
import { GoalList } from '../goals/goal-list.tsx'
import { Ends, PhaseBadge } from '../phase.tsx'
import { ActionsCard } from './actions-card.tsx'
import { History } from './activity.tsx'
import { FlagBar, NextMove } from './next-step.tsx'
import { ProgressCard } from './progress-card.tsx'
import type { Overview } from './queries.ts'
import { RequestList } from './request-list.tsx'

type Props = {
  overview: Overview
  /** Whether the viewer is its sponsor; admins only look on. */
  mine: boolean
  /** Why what was asked for was not done. */
  refusal?: string | undefined
}

/** A campaign with its books, for its sponsor and for admins. */
export const OverviewPage = ({ overview, mine, refusal }: Props) => {
  const { campaign, goals, events } = overview
  return (
    <>
      <Breadcrumbs
        trail={[{ label: 'Campaigns', href: routes.campaigns.index.href() }]}
        here={campaign.name}
      />
      <Header campaign={campaign} />
      <FormErrors summary={refusal} />
      {campaign.flag ? <FlagBar flag={campaign.flag} /> : null}
      {mine ? <NextMove overview={overview} /> : null}
      <Split
        aside={
          <>
            {campaign.state === 'draft' ? null : <ProgressCard overview={overview} />}
            {mine ? <ActionsCard overview={overview} /> : null}
          </>
        }
      >
        <RequestList overview={overview} mine={mine} />
        {goals.length > 0 ? (
          <div class="mt-4">
            <GoalList campaign={campaign} goals={goals} mine={mine} />
          </div>
        ) : null}
        <Brief plan={campaign} />
        <History events={events} />
      </Split>
    </>
  )
}

/** What a ticked goal changes on the page: the list, and the bars beside it. */
export const TickedGoals = ({ overview, mine }: Props) => (
  <>
    <GoalList campaign={overview.campaign} goals={overview.goals} mine={mine} />
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
          {[campaign.sponsorName, topic].filter(Boolean).join(' · ')}
          {campaign.startDate || campaign.endDate ? ' · ' : null}
          <Dates startDate={campaign.startDate} endDate={campaign.endDate} />
        </>
      }
      aside={
        <>
          <PhaseBadge phase={phase} flagged={campaign.flag !== null} />
          {phase === 'active' && campaign.endsAt !== null ? <Ends at={campaign.endsAt} /> : null}
        </>
      }
    />
  )
}
