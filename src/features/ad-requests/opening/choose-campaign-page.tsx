import { routes } from '../../../routes.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Select } from '../../../ui/forms/choice.tsx'
import { Hidden } from '../../../ui/forms/field.tsx'
import { Actions, Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import type { Choosable } from './choosable-campaigns.ts'

/** Between choosing people and writing terms: which campaign is it about? */
export const ChooseCampaignPage = ({ campaigns, influencers }: Choosable) => (
  <>
    <PageHeader title="Invite" subtitle={influencers.map(({ name }) => name).join(', ')} />
    {influencers.length === 0 ? (
      <EmptyState
        title="Nobody is chosen yet."
        action={{ label: 'Find influencers', href: routes.influencers.index.href() }}
      >
        Tick one or several in the list, then invite them.
      </EmptyState>
    ) : campaigns.length === 0 ? (
      <EmptyState
        title="You have no running campaign."
        action={{ label: 'Go to your campaigns', href: routes.campaigns.index.href() }}
      >
        Publish one first: invitations belong to a campaign.
      </EmptyState>
    ) : (
      <Card>
        <Form action={routes.adRequests.new.href()} method="get" label="Choose the campaign">
          {influencers.map(({ id }) => (
            <Hidden name="influencerId" value={id} />
          ))}
          <Select
            name="campaignId"
            label="For which campaign?"
            options={campaigns.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          <Actions>
            <SubmitButton>Write the offer</SubmitButton>
          </Actions>
        </Form>
      </Card>
    )}
  </>
)
