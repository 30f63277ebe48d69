import { routes } from '../../../routes.ts'
import { counted } from '../../../shared/format.ts'
import { type Cents, formatMoney } from '../../../shared/money.ts'
import { Progress } from '../../../ui/data/progress.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { type Phase, phaseOf } from '../campaign.ts'
import { missingForPublication } from '../completeness.ts'
import { PhaseBadge, Timing } from '../phase.tsx'
import type { OwnCampaign } from './queries.ts'

/** One of the sponsor's own campaigns in a list. */
export const OwnCampaignRow = ({ campaign }: { campaign: OwnCampaign }) => {
  const phase = phaseOf(campaign, useLocale().now)
  return (
    <li>
      <div class="row-head">
        <a href={routes.campaigns.show.href({ campaignId: campaign.id })}>{campaign.name}</a>
        <PhaseBadge phase={phase} flagged={campaign.flaggedAt !== null} />
      </div>
      {phase === 'draft' ? (
        <DraftNote campaign={campaign} />
      ) : (
        <RunningNote campaign={campaign} phase={phase} />
      )}
    </li>
  )
}

const DraftNote = ({ campaign }: { campaign: OwnCampaign }) => {
  const missing = missingForPublication(campaign, useLocale().now)
  return (
    <div class="person-note">
      {missing.length > 0
        ? `Still needed before you can publish: ${missing.map(({ name }) => name).join(', ')}`
        : 'Ready to publish'}
    </div>
  )
}

const RunningNote = ({ campaign, phase }: { campaign: OwnCampaign; phase: Phase }) => {
  const { currency, locale } = useLocale()
  const money = (amount: Cents) => formatMoney(amount, currency, { locale, compact: true })
  return (
    <>
      <div class="person-note mb-2">
        {requestsOf(campaign)}
        {phase === 'upcoming' || phase === 'active' ? (
          <>
            {' · '}
            <Timing of={campaign} />
          </>
        ) : null}
      </div>
      <Progress
        label={`Committed budget of ${campaign.name}`}
        hideLabel
        value={campaign.committed}
        max={campaign.budget}
        text={`${money(campaign.committed)} of ${money(campaign.budget)} committed`}
      />
    </>
  )
}

function requestsOf({ requests, agreed }: OwnCampaign): string {
  return requests === 0 ? 'No requests yet' : `${counted(requests, 'request')}, ${agreed} agreed`
}
