import { routes } from '../../../routes.ts'
import { Actions, ButtonLink } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Section, Split, Tiles } from '../../../ui/page/split.tsx'
import type { LandingContent } from '../queries.ts'
import { SampleNegotiation } from './sample-negotiation.tsx'
import { LargestInfluencers, NewestCampaigns } from './showcase.tsx'
import { StatisticsSection } from './statistics.tsx'

export const LandingPage = ({ content }: { content: LandingContent }) => (
  <>
    <Split aside={<SampleNegotiation />}>
      <PageHeader
        title="Sponsors and influencers, agreed."
        subtitle="Find each other, negotiate openly, agree on terms, and see the work through."
      />
      <Actions>
        <ButtonLink href={routes.signUp.sponsor.href()} tone="primary">
          I have something to promote
        </ButtonLink>
        <ButtonLink href={routes.signUp.influencer.href()}>I have an audience</ButtonLink>
      </Actions>
      <p class="secondary mt-3">
        Just looking? Browse <a href={routes.campaigns.index.href()}>open campaigns</a> and{' '}
        <a href={routes.influencers.index.href()}>influencers</a>, or read{' '}
        <a href={routes.about.href()}>how it works</a>.
      </p>
    </Split>
    <StatisticsSection statistics={content.statistics} />
    <Section title="How a deal is made">
      <Tiles>
        <Tile title="1. Find">
          Search by category, location, language, reach, engagement and price, or let influencers apply to
          your campaign.
        </Tile>
        <Tile title="2. Negotiate">
          Make offers, counter them, ask questions. Every new offer shows what changed from the last one.
        </Tile>
        <Tile title="3. Agree">
          One click settles payment, deliverables, dates and usage rights for both sides, within the budget.
        </Tile>
      </Tiles>
    </Section>
    <NewestCampaigns campaigns={content.campaigns} />
    <LargestInfluencers influencers={content.influencers} />
    <Section title="What you can rely on">
      <Tiles>
        <Tile title="Whose move is it?">
          Every page tells you up front, along with the time left. Nothing stalls because someone forgot.
        </Tile>
        <Tile title="Offers that never change">
          Nobody can edit an offer behind your back. Every change is a new offer, with the differences marked.
        </Tile>
        <Tile title="Budgets that hold">
          Nobody can agree to more than a campaign has left, even if two people accept at the same moment.
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
