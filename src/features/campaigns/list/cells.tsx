import { routes } from '../../../routes.ts'
import { formatCount } from '../../../shared/format.ts'
import { type Cents, formatMoney } from '../../../shared/money.ts'
import { Progress } from '../../../ui/data/progress.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { Dates } from '../brief.tsx'
import { phaseOf } from '../campaign.ts'
import { missingForPublication } from '../completeness.ts'
import { PhaseBadge, Timing } from '../phase.tsx'
import type { OwnCampaign } from './queries.ts'

type Props = { campaign: OwnCampaign }

export const CampaignPhase = ({ campaign }: Props) => (
  <PhaseBadge phase={phaseOf(campaign, useLocale().now)} flagged={campaign.flaggedAt !== null} />
)

export const CampaignName = ({ campaign }: Props) => (
  <div>
    <a href={routes.campaigns.show.href({ campaignId: campaign.id })} dir="auto">
      {campaign.name}
    </a>
    {campaign.state === 'draft' ? <DraftNote campaign={campaign} /> : null}
  </div>
)

export const DraftNote = ({ campaign }: Props) => {
  const missing = missingForPublication(campaign, useLocale().now)
  return (
    <div class="person-note">
      {missing.length > 0
        ? `Still needed before you can publish: ${missing.map(({ name }) => name).join(', ')}`
        : 'Ready to publish'}
    </div>
  )
}

export const CampaignDates = ({ campaign }: Props) => {
  const phase = phaseOf(campaign, useLocale().now)
  if (campaign.startDate === null && campaign.endDate === null) return null
  return (
    <>
      <Dates {...campaign} />
      {phase === 'upcoming' || phase === 'active' ? (
        <div class="person-note">
          <Timing of={campaign} />
        </div>
      ) : null}
    </>
  )
}

/** How many requests the campaign has, with the list of them. */
export const CampaignRequests = ({ campaign: { id, requests, agreed } }: Props) =>
  requests === 0 ? null : (
    <>
      <a href={routes.adRequests.index.href({ campaignId: id, listing: 'all' })}>{formatCount(requests)}</a>
      {agreed > 0 ? (
        <div class="person-note">
          <a href={routes.adRequests.index.href({ campaignId: id, listing: 'agreed' })}>
            {formatCount(agreed)} agreed
          </a>
        </div>
      ) : null}
    </>
  )

export const CommittedBudget = ({ campaign: { name, committed, budget } }: Props) => {
  const { currency, locale } = useLocale()
  const money = (amount: Cents) => formatMoney(amount, currency, { locale, compact: true })
  return (
    <Progress
      label={`Committed budget of ${name}`}
      hideLabel
      value={committed}
      max={budget}
      text={`${money(committed)} of ${money(budget)} committed`}
    />
  )
}
