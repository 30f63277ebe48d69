import { routes } from '../../../routes.ts'
import { counted } from '../../../shared/format.ts'
import { DOT } from '../../../shared/text/facts.ts'
import { useLocale } from '../../../ui/values/locale.ts'
import { phaseOf } from '../campaign.ts'
import { Timing } from '../phase.tsx'
import { CampaignPhase, CommittedBudget, DraftNote } from './cells.tsx'
import type { OwnCampaign } from './queries.ts'

/** One of the sponsor's own campaigns, in a short list. */
export const OwnCampaignRow = ({ campaign }: { campaign: OwnCampaign }) => (
  <li>
    <div class="row-head">
      <a href={routes.campaigns.show.href({ campaignId: campaign.id })}>{campaign.name}</a>
      <CampaignPhase campaign={campaign} />
    </div>
    {campaign.state === 'draft' ? <DraftNote campaign={campaign} /> : <RunningNote campaign={campaign} />}
  </li>
)

const RunningNote = ({ campaign }: { campaign: OwnCampaign }) => {
  const phase = phaseOf(campaign, useLocale().now)
  return (
    <>
      <div class="person-note mb-2">
        {requestsOf(campaign)}
        {phase === 'upcoming' || phase === 'active' ? (
          <>
            {DOT}
            <Timing of={campaign} />
          </>
        ) : null}
      </div>
      <CommittedBudget campaign={campaign} />
    </>
  )
}

function requestsOf({ requests, agreed }: OwnCampaign): string {
  return requests === 0 ? 'No requests yet' : `${counted(requests, 'request')}, ${agreed} agreed`
}
