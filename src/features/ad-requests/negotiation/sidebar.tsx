import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import type { Cents } from '../../../shared/money.ts'
import { countryName } from '../../../shared/places.ts'
import { categoryLabel, nicheLabel } from '../../../shared/taxonomy.ts'
import { DOT, joinFacts } from '../../../shared/text/facts.ts'
import { usageRightsText } from '../../../shared/usage-rights.ts'
import { Progress } from '../../../ui/data/progress.tsx'
import { Terms } from '../../../ui/data/terms.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { Prose } from '../../../ui/page/prose.tsx'
import { ReportLink } from '../../../ui/page/report-link.tsx'
import { Avatar } from '../../../ui/person/avatar.tsx'
import { Count, Percent } from '../../../ui/values/count.tsx'
import { Money } from '../../../ui/values/money.tsx'
import { killFees, killFeesText } from '../../collaborations/terms.ts'
import { type AdRequest, remainingBudget } from '../ad-request.ts'
import type { Side } from '../offer.ts'
import type { Negotiation } from '../queries.ts'

type Props = { negotiation: Negotiation; side: Side | null; viewer: Viewer }

/** The budget (not for influencers), the influencer, and the campaign's terms. */
export const NegotiationSidebar = ({ negotiation, side, viewer }: Props) => (
  <aside class="stack">
    {side === 'influencer' ? null : <Budget negotiation={negotiation} />}
    <Influencer negotiation={negotiation} />
    <CampaignTerms negotiation={negotiation} />
    {side ? <ReportLinks adRequest={negotiation.adRequest} side={side} viewer={viewer} /> : null}
  </aside>
)

type ReportProps = { adRequest: AdRequest; side: Side; viewer: Viewer }

const ReportLinks = ({ adRequest, side, viewer }: ReportProps) => {
  const other = side === 'sponsor' ? 'influencer' : 'sponsor'
  const otherId = side === 'sponsor' ? adRequest.influencerId : adRequest.sponsorId
  return (
    <div class="report-links">
      <ReportLink
        viewer={viewer}
        subject="ad_request"
        id={adRequest.id}
        ownerId={null}
        label="Report this request"
      />
      <ReportLink
        viewer={viewer}
        subject="user"
        id={otherId}
        ownerId={otherId}
        label={`Report ${adRequest[other].name}`}
      />
    </div>
  )
}

const Budget = ({ negotiation: { adRequest } }: { negotiation: Negotiation }) => {
  const { budget, committed } = adRequest.campaign
  const remaining = remainingBudget(adRequest.campaign)
  const after = (remaining - adRequest.latest.paymentAmount) as Cents
  return (
    <Card eyebrow="Campaign budget">
      <div class="big">
        <Money cents={committed} compact />
      </div>
      <Progress
        label="Committed"
        value={committed}
        max={budget}
        text={
          <>
            <Money cents={remaining} /> left of <Money cents={budget} compact />
            {adRequest.state === 'pending' && after >= 0 ? (
              <>
                {DOT}
                this offer would leave <Money cents={after} />
              </>
            ) : null}
          </>
        }
      />
    </Card>
  )
}

const Influencer = ({ negotiation: { adRequest, influencer } }: { negotiation: Negotiation }) => {
  const { name, category, niche, country, reach, engagementRate } = influencer
  return (
    <Card>
      <div class="person">
        <Avatar name={name} />
        <div>
          <div class="person-name">
            <a href={routes.influencers.show.href({ influencerId: adRequest.influencerId })}>{name}</a>
          </div>
          <div class="person-note">
            {joinFacts(nicheLabel(category, niche) ?? categoryLabel(category), countryName(country))}
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

const CampaignTerms = ({ negotiation: { adRequest, campaign } }: { negotiation: Negotiation }) => (
  <Card eyebrow="Terms">
    <Terms
      items={[
        {
          term: 'Campaign',
          detail: (
            <a href={routes.campaigns.show.href({ campaignId: adRequest.campaignId })}>{campaign.name}</a>
          ),
        },
        { term: 'Usage rights', detail: usageRightsText(adRequest.latest) },
        { term: 'Disclosure', detail: campaign.disclosure },
        ...[
          { term: 'Hashtags', detail: campaign.hashtags },
          { term: 'Mentions', detail: campaign.mentions },
          { term: 'Do', detail: campaign.dos },
          { term: "Don't", detail: campaign.donts },
        ].flatMap(({ term, detail }) => (detail ? { term, detail: <Prose text={detail} /> } : [])),
        { term: 'Cancellation fee', detail: killFeesText(killFees) },
      ]}
    />
  </Card>
)
