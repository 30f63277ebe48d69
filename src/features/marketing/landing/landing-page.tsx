import { routes } from '../../../routes.ts'
import { Actions, ButtonLink } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Section, Split, Tiles } from '../../../ui/page/split.tsx'
import type { Front } from '../queries.ts'
import { SampleNegotiation } from './sample-negotiation.tsx'
import { LargestInfluencers, NewestCampaigns } from './showcase.tsx'
import { Numbers } from './statistics.tsx'

export const LandingPage = ({ front }: { front: Front }) => (
  <>
    <Split aside={<SampleNegotiation />}>
      <PageHeader
        title="Sponsors and influencers, agreed."
        subtitle="Find each other, negotiate in the open, agree on fixed terms, and see it through."
      />
      <Actions>
        <ButtonLink href={routes.signUp.sponsor.href()} tone="primary">
          I have something to promote
        </ButtonLink>
        <ButtonLink href={routes.signUp.influencer.href()}>I have an audience</ButtonLink>
      </Actions>
      <p class="secondary mt-3">
        Just looking? See the <a href={routes.campaigns.index.href()}>campaigns that run</a> and the{' '}
        <a href={routes.influencers.index.href()}>influencers</a>, or read{' '}
        <a href={routes.about.href()}>how it works</a>.
      </p>
    </Split>
    <Numbers statistics={front.statistics} />
    <Section title="From looking to agreed">
      <Tiles>
        <Tile title="1. Find">
          Search by category, place, language, reach, engagement and price, or let influencers come to your
          campaign.
        </Tile>
        <Tile title="2. Negotiate">
          Offer, counter, ask. Each offer stands beside the one before, with what changed marked in it.
        </Tile>
        <Tile title="3. Agree">
          One press fixes pay, deliverables, dates and usage rights for both sides, within the budget.
        </Tile>
      </Tiles>
    </Section>
    <NewestCampaigns campaigns={front.campaigns} />
    <LargestInfluencers influencers={front.influencers} />
    <Section title="What you can rely on">
      <Tiles>
        <Tile title="Whose move is it?">
          Every page says it first, with the time that is left. Nothing waits because somebody forgot.
        </Tile>
        <Tile title="Offers that stay put">
          An offer never changes behind your back. A new one is made, and what differs stands beside the old.
        </Tile>
        <Tile title="Budgets that hold">
          Nobody can agree to more than a campaign has left, even when everybody presses the button at once.
        </Tile>
      </Tiles>
    </Section>
  </>
)

const Tile = ({ title, children }: { title: string; children: string }) => (
  <Card>
    <h3 class="card-title mb-2">{title}</h3>
    <p>{children}</p>
  </Card>
)
