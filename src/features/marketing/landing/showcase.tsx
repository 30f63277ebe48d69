import { routes } from '../../../routes.ts'
import { countryName } from '../../../shared/places.ts'
import { categoryLabel, nicheLabel } from '../../../shared/taxonomy.ts'
import { joinFacts } from '../../../shared/text/facts.ts'
import { Terms } from '../../../ui/data/terms.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Section, Tiles } from '../../../ui/page/split.tsx'
import { Person } from '../../../ui/person/person.tsx'
import { Count, Percent } from '../../../ui/values/count.tsx'
import { Money } from '../../../ui/values/money.tsx'
import { topicOf, wantedOf } from '../../campaigns/brief.tsx'
import { Timing } from '../../campaigns/phase.tsx'
import type { ShowcaseCampaign, ShowcaseInfluencer } from '../queries.ts'

export const NewestCampaigns = ({ campaigns }: { campaigns: readonly ShowcaseCampaign[] }) =>
  campaigns.length > 0 ? (
    <Section title="New campaigns" aside={<a href={routes.campaigns.index.href()}>All campaigns</a>}>
      <Tiles>
        {campaigns.map((campaign) => (
          <CampaignCard campaign={campaign} />
        ))}
      </Tiles>
    </Section>
  ) : null

export const LargestInfluencers = ({ influencers }: { influencers: readonly ShowcaseInfluencer[] }) =>
  influencers.length > 0 ? (
    <Section
      title="Popular influencers"
      aside={<a href={routes.influencers.index.href()}>All influencers</a>}
    >
      <Tiles>
        {influencers.map((influencer) => (
          <InfluencerCard influencer={influencer} />
        ))}
      </Tiles>
    </Section>
  ) : null

const CampaignCard = ({ campaign }: { campaign: ShowcaseCampaign }) => (
  <Card>
    <p class="eyebrow">{topicOf(campaign)}</p>
    <h3 class="card-title">
      <a href={routes.campaigns.show.href({ campaignId: campaign.id })}>{campaign.name}</a>
    </h3>
    <p class="secondary small">{campaign.sponsorName}</p>
    <Terms
      columns
      items={[
        { term: 'Wanted', detail: wantedOf(campaign), wide: true },
        { term: 'Budget', detail: <Money cents={campaign.budget} compact /> },
        { term: 'Schedule', detail: <Timing of={campaign} /> },
      ]}
    />
  </Card>
)

const InfluencerCard = ({ influencer }: { influencer: ShowcaseInfluencer }) => {
  const { id, name, category, niche, country, reach, engagementRate } = influencer
  return (
    <Card>
      <Person
        name={name}
        href={routes.influencers.show.href({ influencerId: id })}
        note={joinFacts(categoryLabel(category), nicheLabel(category, niche), countryName(country))}
      />
      <Terms
        columns
        items={[
          { term: 'Reach', detail: <Count value={reach} /> },
          { term: 'Engagement', detail: <Percent share={engagementRate} /> },
        ]}
      />
    </Card>
  )
}
