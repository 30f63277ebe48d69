import type { Child } from 'hono/jsx'
import { routes } from '../../../routes.ts'
import { counted } from '../../../shared/format.ts'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { fieldId } from '../../../ui/forms/field-frame.tsx'
import { ButtonLink, Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { type Campaign, phaseOf } from '../campaign.ts'
import { type Missing, missingForPublication } from '../completeness.ts'
import { Ends } from '../phase.tsx'
import type { Overview } from './queries.ts'

/** What the sponsor does next, with the one button that does it. */
export const NextMove = ({ overview }: { overview: Overview }) => {
  const { now } = useLocale()
  const { campaign, requests } = overview
  switch (phaseOf(campaign, now)) {
    case 'draft':
      return <DraftMove campaign={campaign} missing={missingForPublication(campaign, now)} />
    case 'active':
      return <ActiveMove campaign={campaign} yourMove={requests.yourMove} />
    case 'ended':
      return (
        <StatusBar sentence="The last day of this campaign is over: it takes no new requests. Complete it, or move its end date.">
          <ButtonLink tone="primary" href={editHref(campaign, 'endDate')}>
            Move the end date
          </ButtonLink>
        </StatusBar>
      )
    case 'paused':
      return (
        <StatusBar sentence="Paused: no new requests, and nothing new is agreed, until you resume it.">
          <Do action={routes.campaigns.pauseEnd.href({ campaignId: campaign.id })}>Resume</Do>
        </StatusBar>
      )
    case 'completed':
      return <StatusBar tone="done" sentence="Completed. Nothing new begins here; what was agreed goes on." />
  }
}

/** Why a flagged campaign is hidden, for its sponsor and admins. */
export const FlagBar = ({ flag }: { flag: NonNullable<Campaign['flag']> }) => (
  <StatusBar
    tone="off"
    sentence={
      <>
        <p>
          <strong>An admin has flagged this campaign.</strong> Only its sponsor and admins see it, and it
          takes no new requests. What was agreed goes on.
        </p>
        <p>Reason: {flag.reason || 'none given'}</p>
      </>
    }
  />
)

const DraftMove = ({ campaign, missing }: { campaign: Campaign; missing: readonly Missing[] }) => {
  if (missing.length > 0) {
    return (
      <StatusBar sentence={<MissingList campaign={campaign} missing={missing} />}>
        <ButtonLink tone="primary" href={editHref(campaign, missing[0]?.field ?? 'name')}>
          Complete the brief
        </ButtonLink>
      </StatusBar>
    )
  }
  const reader =
    campaign.visibility === 'public' ? 'every influencer' : 'only the influencers whom you invite'
  return (
    <StatusBar sentence={`The brief is complete. Once you publish it, ${reader} can see it.`}>
      <Do action={routes.campaigns.publication.href({ campaignId: campaign.id })}>Publish</Do>
    </StatusBar>
  )
}

const MissingList = ({ campaign, missing }: { campaign: Campaign; missing: readonly Missing[] }) => (
  <p>
    Missing before it can be published:{' '}
    {missing.map(({ field, name }, index) => (
      <>
        {index > 0 ? ', ' : ''}
        <a href={editHref(campaign, field)}>{name}</a>
      </>
    ))}
  </p>
)

const ActiveMove = ({ campaign, yourMove }: { campaign: Campaign; yourMove: number }) => {
  if (campaign.flag) return null
  const invite = routes.influencers.index.href()
  if (yourMove === 0) {
    const ends = campaign.endsAt === null ? null : <Ends at={campaign.endsAt} />
    return (
      <StatusBar tone="done" sentence={<>This campaign runs and {ends}. Nothing waits for you here.</>}>
        <ButtonLink tone="primary" href={invite}>
          Invite influencers
        </ButtonLink>
      </StatusBar>
    )
  }
  const waits = yourMove === 1 ? 'waits' : 'wait'
  return (
    <StatusBar sentence={`${counted(yourMove, 'request')} ${waits} for your answer.`}>
      <ButtonLink
        tone="primary"
        href={routes.adRequests.index.href({ campaignId: campaign.id, listing: 'mine' })}
      >
        {yourMove === 1 ? 'Answer it' : 'Answer them'}
      </ButtonLink>
      <ButtonLink href={invite}>Invite influencers</ButtonLink>
    </StatusBar>
  )
}

const Do = ({ action, children }: { action: string; children?: Child }) => (
  <Form action={action}>
    <SubmitButton>{children}</SubmitButton>
  </Form>
)

function editHref({ id }: Campaign, field: string): string {
  return `${routes.campaigns.edit.href({ campaignId: id })}#${fieldId(field)}`
}
