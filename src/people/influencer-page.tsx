import type { Viewer } from '../http/context.ts'
import { routes } from '../routes.ts'
import { countryName, languageName } from '../shared/places.ts'
import { categoryLabel, nicheLabel } from '../shared/taxonomy.ts'
import { State, type StateTone } from '../ui/badge.tsx'
import { Card } from '../ui/card.tsx'
import { ButtonLink } from '../ui/form.tsx'
import { MoveBar } from '../ui/move-bar.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Prose } from '../ui/prose.tsx'
import { Section, Split } from '../ui/split.tsx'
import { Terms } from '../ui/terms.tsx'
import { InfluencerFigures } from './influencer-figures.tsx'
import { canEditProfile, canInvite } from './influencer-policy.ts'
import type { Influencer } from './influencer-store.ts'
import { ChannelTable, RateCard } from './influencer-tables.tsx'

type Props = {
  influencer: Influencer
  viewer: Viewer | null
  /** The page's whole address, to share. */
  address: string
}

export const InfluencerPage = ({ influencer, viewer, address }: Props) => {
  const { id, name, username, bio, channels } = influencer
  return (
    <>
      <PageHeader
        eyebrow={fieldOf(influencer)}
        title={name}
        subtitle={`@${username} · ${placeOf(influencer)}`}
        aside={canEditProfile(viewer, id) ? <EditLinks /> : canInvite(viewer) ? <Invite id={id} /> : null}
      />
      {influencer.status === 'suspended' ? <Suspended /> : null}
      {influencer.flaggedAt === null ? null : <Flagged reason={influencer.flagReason} />}
      <Split aside={<Facts influencer={influencer} address={address} />}>
        <InfluencerFigures channels={channels} />
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
      </Split>
    </>
  )
}

const Facts = ({ influencer, address }: { influencer: Influencer; address: string }) => {
  const { tone, words } = availabilities[influencer.availability]
  return (
    <>
      <Card>
        <Terms
          items={[
            { term: 'Availability', detail: <State tone={tone}>{words}</State> },
            { term: 'Languages', detail: influencer.languages.map(languageName).join(', ') || 'not stated' },
            { term: 'Rating', detail: 'no rating yet' },
          ]}
        />
      </Card>
      <Card eyebrow="Link to share">
        <a href={address}>{address}</a>
      </Card>
    </>
  )
}

const Invite = ({ id }: { id: Influencer['id'] }) => (
  <ButtonLink href={routes.adRequests.new.href({ influencer_id: id })} tone="primary">
    Invite
  </ButtonLink>
)

const EditLinks = () => (
  <div>
    <a href={routes.settings.profile.href()}>Edit profile</a> ·{' '}
    <a href={routes.settings.channels.index.href()}>Channels</a> ·{' '}
    <a href={routes.settings.rates.index.href()}>Rate card</a>
  </div>
)

const Suspended = () => (
  <MoveBar
    tone="off"
    sentence={
      <>
        <strong>This account is suspended</strong>, so nobody but admins sees this page.
      </>
    }
  />
)

const Flagged = ({ reason }: { reason: string | null }) => (
  <MoveBar
    tone="off"
    sentence={
      <>
        <strong>This profile is flagged</strong> and hidden from everyone but its owner and admins.
        {reason ? ` The reason: ${reason}` : ''}
      </>
    }
  />
)

const availabilities: Record<Influencer['availability'], { tone: StateTone; words: string }> = {
  open: { tone: 'done', words: 'Open to offers' },
  limited: { tone: 'wait', words: 'Few openings' },
  closed: { tone: 'off', words: 'Takes no offers now' },
}

const fieldOf = ({ category, niche }: Influencer): string =>
  [categoryLabel(category), nicheLabel(category, niche)].filter(Boolean).join(' · ')

const placeOf = ({ city, country }: Influencer): string =>
  [city, countryName(country)].filter(Boolean).join(', ')
