import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { languageName } from '../../../shared/places.ts'
import { DOT, joinFacts } from '../../../shared/text/facts.ts'
import { Terms } from '../../../ui/data/terms.tsx'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { ButtonLink } from '../../../ui/forms/form.tsx'
import { ModerationLinks } from '../../../ui/moderation/moderation-links.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Prose } from '../../../ui/page/prose.tsx'
import { ReportLink } from '../../../ui/page/report-link.tsx'
import { Section, Split } from '../../../ui/page/split.tsx'
import { Rating } from '../../../ui/values/rating.tsx'
import { Availability } from '../availability.tsx'
import { canEditProfile, canInvite } from '../policy.ts'
import type { Influencer } from '../queries.ts'
import { fieldOf, placeOf } from '../summary.ts'
import { ChannelTable } from './channel-table.tsx'
import { PastWorkTable } from './past-work-table.tsx'
import { ProfileMetrics } from './profile-metrics.tsx'
import { RateCard } from './rate-card.tsx'
import { ShareCard } from './share-card.tsx'

type Props = {
  influencer: Influencer
  viewer: Viewer | null
  /** The page's full URL, for sharing. */
  address: string
}

/** An influencer's media kit: who they are, who they reach, what they charge and what they have done. */
export const InfluencerPage = ({ influencer, viewer, address }: Props) => {
  const { name, username, bio, channels } = influencer
  return (
    <>
      <PageHeader
        eyebrow={fieldOf(influencer)}
        title={name}
        subtitle={joinFacts(`@${username}`, placeOf(influencer))}
        aside={<HeaderActions influencer={influencer} viewer={viewer} />}
      />
      {influencer.status === 'suspended' ? <Suspended /> : null}
      {influencer.flaggedAt === null ? null : <Flagged influencer={influencer} />}
      <Split aside={<Facts influencer={influencer} viewer={viewer} address={address} />}>
        {channels.length > 0 ? <ProfileMetrics channels={channels} /> : null}
        {bio === '' ? null : (
          <Section title={`About ${name}`}>
            <Prose text={bio} />
          </Section>
        )}
        <Section title="Channels">
          <ChannelTable channels={channels} />
        </Section>
        <Section title="Rate card">
          <RateCard rates={influencer.rates} />
        </Section>
        <Section title="Past work">
          <PastWorkTable work={influencer.pastWork} />
        </Section>
      </Split>
    </>
  )
}

const HeaderActions = ({ influencer: { id, flaggedAt }, viewer }: Pick<Props, 'influencer' | 'viewer'>) => {
  if (canEditProfile(viewer, id)) return <EditLinks />
  if (viewer?.role === 'admin')
    return <ModerationLinks subject="user" id={id} isFlagged={flaggedAt !== null} />
  return canInvite(viewer) ? <Invite id={id} /> : null
}

const Facts = ({ influencer, viewer, address }: Props) => (
  <>
    <Card>
      <Terms
        items={[
          { term: 'Availability', detail: <Availability is={influencer.availability} /> },
          { term: 'Languages', detail: influencer.languages.map(languageName).join(', ') || 'Not provided' },
          { term: 'Rating', detail: <Rating rating={influencer.rating} count={influencer.ratingCount} /> },
        ]}
      />
    </Card>
    <ShareCard address={address} />
    <ReportLink
      viewer={viewer}
      subject="user"
      id={influencer.id}
      ownerId={influencer.id}
      label="Report this profile"
    />
  </>
)

const Invite = ({ id }: { id: Influencer['id'] }) => (
  <div class="actions">
    <ButtonLink href={routes.shortlists.choice.href({ influencerId: id })}>Shortlist</ButtonLink>
    <ButtonLink href={routes.adRequests.new.href({ influencerId: id })} tone="primary">
      Invite
    </ButtonLink>
  </div>
)

const EditLinks = () => (
  <div>
    <a href={routes.settings.profile.href()}>Edit profile</a>
    {DOT}
    <a href={routes.settings.channels.index.href()}>Channels</a>
    {DOT}
    <a href={routes.settings.rates.index.href()}>Rate card</a>
  </div>
)

const Suspended = () => (
  <StatusBar
    tone="off"
    sentence={
      <>
        <strong>This account is suspended</strong>. Only admins can see this page.
      </>
    }
  />
)

const Flagged = ({ influencer: { id, flagReason } }: { influencer: Influencer }) => (
  <StatusBar
    tone="off"
    sentence={
      <>
        <strong>This profile is flagged</strong>. Only its owner and admins can see it.
        {flagReason ? ` Reason: ${flagReason}` : ''}
      </>
    }
  >
    <ButtonLink href={routes.flags.current.href({ subject: 'user', subjectId: id })}>
      See the details
    </ButtonLink>
  </StatusBar>
)
