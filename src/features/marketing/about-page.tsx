import { routes } from '../../routes.ts'
import { Actions, ButtonLink } from '../../ui/forms/form.tsx'
import { PageHeader } from '../../ui/page/page-header.tsx'
import { Narrow, Section } from '../../ui/page/split.tsx'
import { FULL_ACTIVITY } from '../influencers/metrics.ts'

export const AboutPage = () => (
  <Narrow>
    <PageHeader title="How Parley works" subtitle="From the first offer to fixed terms, in the open." />
    <Section title="For sponsors">
      <p>
        Sign up and tell us who you are: an admin looks at every sponsor before it can write to anybody. Then
        describe what you want in a campaign, publish it, and invite influencers or wait for them to apply.
      </p>
    </Section>
    <Section title="For influencers">
      <p>
        Sign up, add your channels and your rate card, and you have a public page to share, to print, and to
        send along as your media kit. Apply to campaigns, or answer invitations: accept, counter with your own
        terms, or say no.
      </p>
    </Section>
    <Section title="The rules of a negotiation">
      <ul>
        <li>It is always clear whose move it is, and until when.</li>
        <li>An offer never changes: a new one is made, and what differs is shown.</li>
        <li>
          Nobody can accept an offer of their own, and nobody can agree to more than a campaign's budget.
        </li>
        <li>What was agreed is frozen for both sides.</li>
      </ul>
    </Section>
    <WhereNumbersComeFrom />
    <WhatIsPublic />
    <Actions>
      <ButtonLink href={routes.signUp.choose.href()} tone="primary">
        Make an account
      </ButtonLink>
      <ButtonLink href={routes.campaigns.index.href()}>Look at campaigns</ButtonLink>
    </Actions>
  </Narrow>
)

const WhereNumbersComeFrom = () => (
  <Section title="Where the numbers come from">
    <p>
      Followers, views, likes and comments are stated by the influencer, with the day that they are of. The
      rest follows from them, and every profile shows how:
    </p>
    <ul>
      <li>
        <strong>Reach</strong> counts a channel's followers by how active it is: all of them from{' '}
        {FULL_ACTIVITY} posts in 30 days, fewer below that.
      </li>
      <li>
        <strong>Engagement</strong> is the likes and comments of an average post, divided by the followers.
      </li>
    </ul>
  </Section>
)

const WhatIsPublic = () => (
  <Section title="What everybody can see">
    <ul>
      <li>
        Of an influencer: the profile, its channels, its rate card, and what it has completed for public
        campaigns. Never its e-mail address, when it was last here, or what it was paid.
      </li>
      <li>
        Of a sponsor: its name, and its public campaigns. Private campaigns are seen by those whom it invites.
      </li>
      <li>Offers and messages are seen by the two sides, and by our admins when they settle a quarrel.</li>
    </ul>
  </Section>
)
