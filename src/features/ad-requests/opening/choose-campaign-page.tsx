import { routes } from '../../../routes.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Select } from '../../../ui/forms/choice.tsx'
import { Hidden } from '../../../ui/forms/field.tsx'
import { Actions, Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow } from '../../../ui/page/split.tsx'
import { namesOf } from './names.ts'
import type { CampaignChoice } from './queries.ts'

/** Asks for the campaign to invite the chosen influencers to. */
export const ChooseCampaignPage = ({ campaigns, influencers }: CampaignChoice) => (
  <Narrow>
    <PageHeader title="Invite" subtitle={namesOf(influencers)} />
    <Choice campaigns={campaigns} influencers={influencers} />
  </Narrow>
)

const Choice = ({ campaigns, influencers }: CampaignChoice) => {
  if (influencers.every(({ name }) => name === null)) {
    return (
      <EmptyState
        title="No influencers selected"
        action={{ label: 'Find influencers', href: routes.influencers.index.href() }}
      >
        Select influencers in the search results, then invite them.
      </EmptyState>
    )
  }
  if (campaigns.length === 0) {
    return (
      <EmptyState
        title="You have no open campaigns"
        action={{ label: 'Go to your campaigns', href: routes.campaigns.index.href() }}
      >
        Publish a campaign first, then invite influencers to it.
      </EmptyState>
    )
  }
  return (
    <Card>
      <Form action={routes.adRequests.new.href()} method="get" label="Choose the campaign">
        {influencers.map(({ influencerId }) => (
          <Hidden name="influencerId" value={influencerId} />
        ))}
        <Select
          name="campaignId"
          label="Campaign"
          options={campaigns.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <Actions>
          <SubmitButton>Write the offer</SubmitButton>
        </Actions>
      </Form>
    </Card>
  )
}
