import { routes } from '../../../routes.ts'
import { countryName } from '../../../shared/places.ts'
import { categoryLabel, nicheLabel } from '../../../shared/taxonomy.ts'
import { usageRightsText } from '../../../shared/usage-rights.ts'
import { Progress } from '../../../ui/data/progress.tsx'
import { Terms } from '../../../ui/data/terms.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Prose } from '../../../ui/page/prose.tsx'
import { Avatar } from '../../../ui/person/avatar.tsx'
import { Count, Percent } from '../../../ui/values/count.tsx'
import { Money } from '../../../ui/values/money.tsx'
import { leftOf } from '../ad-request.ts'
import { killFees } from '../agreed-terms.ts'

import type { Side } from '../offer.ts'
import type { Negotiation } from '../queries.ts'

type Props = { negotiation: Negotiation; side: Side | null }

/** What stands around the negotiation: the budget (for the sponsor), who it is about, the campaign's terms. */
export const NegotiationSide = ({ negotiation, side }: Props) => (
  <aside class="stack">
    {side === 'influencer' ? null : <Budget negotiation={negotiation} />}
    <Influencer negotiation={negotiation} />
    <CampaignTerms negotiation={negotiation} />
  </aside>
)

const Budget = ({ negotiation: { adRequest } }: { negotiation: Negotiation }) => {
  const { budget, committed } = adRequest.campaign
  const left = leftOf(adRequest.campaign)
  const after = left - adRequest.latest.paymentAmount
  return (
    <Card eyebrow="Budget of the campaign">
      <div class="big">
        <Money cents={committed} compact />
      </div>
      <Progress
        label="Agreed"
        value={committed}
        max={budget}
        text={
          <>
            <Money cents={left} /> left of <Money cents={budget} compact />
            {adRequest.state === 'pending' && after >= 0 ? (
              <>
                {' '}
                · this offer would leave <Money cents={after as typeof left} />
              </>
            ) : null}
          </>
        }
      />
    </Card>
  )
}

const Influencer = ({ negotiation: { adRequest, about } }: { negotiation: Negotiation }) => {
  const { influencerCategory, influencerNiche, country, reach, engagementRate } = about.influencer
  return (
    <Card>
      <div class="person">
        <Avatar name={adRequest.influencer.name} />
        <div>
          <div class="person-name">
            <a href={routes.influencers.show.href({ influencerId: adRequest.influencerId })}>
              {adRequest.influencer.name}
            </a>
          </div>
          <div class="person-note">
            {nicheLabel(influencerCategory, influencerNiche) ?? categoryLabel(influencerCategory)} ·{' '}
            {countryName(country)}
          </div>
        </div>
      </div>
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

const CampaignTerms = ({ negotiation: { adRequest, about } }: { negotiation: Negotiation }) => (
  <Card eyebrow="Terms">
    <Terms
      items={[
        {
          term: 'Campaign',
          detail: (
            <a href={routes.campaigns.show.href({ campaignId: adRequest.campaignId })}>
              {adRequest.campaign.name}
            </a>
          ),
        },
        { term: 'Usage rights', detail: usageRightsText(adRequest.latest) },
        { term: 'Disclosure', detail: about.disclosure },
        ...[
          { term: 'Hashtags', detail: about.hashtags },
          { term: 'Mentions', detail: about.mentions },
          { term: 'Do', detail: about.dos },
          { term: "Don't", detail: about.donts },
        ].flatMap(({ term, detail }) => (detail ? { term, detail: <Prose text={detail} /> } : [])),
        {
          term: 'If it is called off',
          detail: `${killFees.before} % before work, ${killFees.in_progress} % in progress, ${killFees.draft} % with a draft, ${killFees.approved} % approved`,
        },
      ]}
    />
  </Card>
)
