import { routes } from '../../../routes.ts'
import { Actions, ButtonLink } from '../../../ui/forms/form.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow, Section } from '../../../ui/page/split.tsx'
import { FULL_ACTIVITY } from '../../influencers/metrics.ts'

type Props = { isSignedIn: boolean }

export const AboutPage = ({ isSignedIn }: Props) => (
  <Narrow>
    <PageHeader
      title="How Parley works"
      subtitle="From the first offer to final terms, with nothing hidden."
    />
    <Section title="For sponsors">
      <p>
        Sign up and tell us who you are. We review every sponsor before they can contact anyone. Then describe
        what you want in a campaign, publish it, and invite influencers or let them apply.
      </p>
    </Section>
    <Section title="For influencers">
      <p>
        Sign up, add your channels and your rate card, and you have a public page to share, print, or send as
        your media kit. Apply to campaigns, or answer invitations: accept, counter with your own terms, or
        reject them.
      </p>
    </Section>
    <Section title="The rules of a negotiation">
      <ul>
        <li>You always see whose move it is and how much time is left.</li>
        <li>Offers never change. Each counteroffer is a new offer, with the changes marked.</li>
        <li>Nobody can accept their own offer or agree to more than a campaign's budget.</li>
        <li>Once you agree, the terms are final for both sides.</li>
      </ul>
    </Section>
    <WhereNumbersComeFrom />
    <WhatIsPublic />
    <Actions>
      {isSignedIn ? null : (
        <ButtonLink href={routes.signUp.choose.href()} tone="primary">
          Create an account
        </ButtonLink>
      )}
      <ButtonLink href={routes.campaigns.index.href()}>Browse campaigns</ButtonLink>
    </Actions>
  </Narrow>
)

const WhereNumbersComeFrom = () => (
  <Section title="Where the numbers come from">
    <p>
      Influencers state their own followers, views, likes and comments, along with the date of those numbers.
      The rest is calculated from them, and every profile shows how:
    </p>
    <ul>
      <li>
        <strong>Reach</strong> is a channel's followers, weighted by how active the channel is. With{' '}
        {FULL_ACTIVITY} or more posts in the last 30 days, all of them count.
      </li>
      <li>
        <strong>Engagement rate</strong> is the likes and comments on an average post, divided by the number
        of followers.
      </li>
    </ul>
  </Section>
)

const WhatIsPublic = () => (
  <Section title="What everyone can see">
    <ul>
      <li>
        About influencers: their profile, channels, rate card, and completed work for public campaigns, but
        never their e-mail address, when they were last online, or what they were paid.
      </li>
      <li>
        About sponsors: their name and their public campaigns. Private campaigns are visible only to the
        influencers they invite.
      </li>
      <li>
        Only the two sides can see their offers and messages, along with our admins, who may need them to
        resolve a dispute.
      </li>
    </ul>
  </Section>
)
