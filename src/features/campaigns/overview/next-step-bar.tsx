import type { Child } from 'hono/jsx'
import { routes } from '../../../routes.ts'
import { counted } from '../../../shared/format.ts'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { fieldId } from '../../../ui/forms/field-frame.tsx'
import { ButtonLink, Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { type Campaign, phaseOf } from '../campaign.ts'
import { type MissingItem, missingForPublication } from '../completeness.ts'
import { Timing } from '../phase.tsx'
import type { Overview } from './queries.ts'

/** What the sponsor should do next, with the button for it. */
export const NextStepBar = ({ overview: { campaign, requests } }: { overview: Overview }) => {
  const { now } = useLocale()
  const campaignId = campaign.id
  switch (phaseOf(campaign, now)) {
    case 'draft':
      return <DraftBar campaign={campaign} missing={missingForPublication(campaign, now)} />
    case 'upcoming':
      return <OpenBar campaign={campaign} state="published" yourMove={requests.yourMove} />
    case 'active':
      return <OpenBar campaign={campaign} state="active" yourMove={requests.yourMove} />
    case 'ended':
      return (
        <StatusBar sentence="This campaign has ended and takes no new requests. Complete it, or choose a later end date.">
          <ButtonLink tone="primary" href={editHref(campaign, 'endDate')}>
            Change the end date
          </ButtonLink>
        </StatusBar>
      )
    case 'paused':
      return (
        <StatusBar sentence="Paused: no new requests or agreements until you resume it.">
          <PostButton action={routes.campaigns.pauseEnd.href({ campaignId })}>Resume</PostButton>
        </StatusBar>
      )
    case 'completed':
      return <StatusBar tone="done" sentence="Completed. Existing deals continue." />
  }
}

/** Tells the sponsor and admins why a campaign is hidden from everybody else. */
export const FlagBar = ({ campaign: { id, flagReason } }: { campaign: Campaign }) => (
  <StatusBar
    label="Flag"
    tone="off"
    sentence={
      <>
        <p>
          <strong>An admin flagged this campaign.</strong> Only its sponsor and admins can see it, and it
          takes no new requests. Existing deals continue.
        </p>
        <p>Reason: {flagReason || 'none given'}</p>
      </>
    }
  >
    <ButtonLink href={routes.flags.current.href({ subject: 'campaign', subjectId: id })}>
      See the details
    </ButtonLink>
  </StatusBar>
)

const DraftBar = ({ campaign, missing }: { campaign: Campaign; missing: readonly MissingItem[] }) => {
  const [first] = missing
  if (first) {
    return (
      <StatusBar sentence={<MissingList campaign={campaign} missing={missing} />}>
        <ButtonLink tone="primary" href={editHref(campaign, first.field)}>
          Complete the brief
        </ButtonLink>
      </StatusBar>
    )
  }
  const audience = campaign.visibility === 'public' ? 'any influencer' : 'only influencers you invite'
  return (
    <StatusBar sentence={`The brief is complete. Once you publish it, ${audience} can see it.`}>
      <PostButton action={routes.campaigns.publication.href({ campaignId: campaign.id })}>Publish</PostButton>
    </StatusBar>
  )
}

const MissingList = ({ campaign, missing }: { campaign: Campaign; missing: readonly MissingItem[] }) => (
  <p>
    Still needed before you can publish:{' '}
    {missing.map(({ field, name }, index) => (
      <>
        {index > 0 ? ', ' : ''}
        <a href={editHref(campaign, field)}>{name}</a>
      </>
    ))}
  </p>
)

type OpenProps = { campaign: Campaign; state: 'published' | 'active'; yourMove: number }

const OpenBar = ({ campaign, state, yourMove }: OpenProps) => {
  if (campaign.flaggedAt !== null) return null
  const invite = routes.influencers.index.href()
  if (yourMove === 0) {
    return (
      <StatusBar
        tone="done"
        sentence={
          <>
            This campaign is {state} and <Timing of={campaign} inSentence />. You have no requests to answer.
          </>
        }
      >
        <ButtonLink tone="primary" href={invite}>
          Invite influencers
        </ButtonLink>
      </StatusBar>
    )
  }
  const need = yourMove === 1 ? 'needs' : 'need'
  return (
    <StatusBar sentence={`${counted(yourMove, 'request')} ${need} your answer.`}>
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

const PostButton = ({ action, children }: { action: string; children?: Child }) => (
  <Form action={action}>
    <SubmitButton>{children}</SubmitButton>
  </Form>
)

function editHref({ id }: Campaign, field: string): string {
  return `${routes.campaigns.edit.href({ campaignId: id })}#${fieldId(field)}`
}
