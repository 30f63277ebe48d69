import { routes } from '../../../routes.ts'
import { joinFacts } from '../../../shared/text/facts.ts'
import type { Column } from '../../../ui/data/table.tsx'
import { Money } from '../../../ui/values/money.tsx'
import { Dates, platformsOf, topicOf, wantedOf } from '../../campaigns/brief.tsx'
import { Timing } from '../../campaigns/phase.tsx'
import type { FoundCampaign } from './queries.ts'

export const campaignColumns: readonly Column<FoundCampaign>[] = [
  {
    header: 'Campaign',
    small: 'title',
    cell: (campaign) => (
      <>
        <a href={routes.campaigns.show.href({ campaignId: campaign.id })}>{campaign.name}</a>
        <div class="person-note">{joinFacts(campaign.sponsorName, topicOf(campaign))}</div>
      </>
    ),
  },
  {
    header: 'Wanted',
    cell: (campaign) => (
      <>
        {wantedOf(campaign)}
        <div class="person-note">{platformsOf(campaign)}</div>
      </>
    ),
  },
  { header: 'Budget', align: 'end', small: 'value', cell: ({ budget }) => <Money cents={budget} compact /> },
  {
    header: 'Dates',
    align: 'end',
    cell: (campaign) => (
      <>
        <Timing of={campaign} />
        <div class="person-note">
          <Dates {...campaign} />
        </div>
      </>
    ),
  },
]
