import type { FormState } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { Hidden } from '../../../ui/forms/field.tsx'
import { Actions, ButtonLink, Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { Breadcrumbs } from '../../../ui/layout/breadcrumbs.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Stack } from '../../../ui/page/split.tsx'
import type { Campaign } from '../campaign.ts'
import { BasicFields, DeliverableFields, ScheduleFields } from './campaign-fields.tsx'
import type { Difference } from './differences.ts'
import { NewerValues } from './newer-values.tsx'

const campaigns = { label: 'Campaigns', href: routes.campaigns.index.href() }

export const NewCampaignPage = ({ form }: { form: FormState }) => (
  <div class="narrow">
    <Breadcrumbs trail={[campaigns]} here="New" />
    <PageHeader
      title="New campaign"
      subtitle="You only need a name to save a draft. Nobody else can see it until you publish it."
    />
    <Form action={routes.campaigns.index.href()}>
      <CampaignFields form={form} />
      <Actions>
        <SubmitButton>Save draft</SubmitButton>
        <ButtonLink tone="quiet" href={campaigns.href}>
          Cancel
        </ButtonLink>
      </Actions>
    </Form>
  </div>
)

type EditProps = {
  campaign: Campaign
  form: FormState
  /** After a conflict: how what is saved now differs from the form. */
  newer: readonly Difference[]
}

export const EditCampaignPage = ({ campaign, form, newer }: EditProps) => {
  const campaignId = campaign.id
  const show = { label: campaign.name, href: routes.campaigns.show.href({ campaignId }) }
  return (
    <div class="narrow">
      <Breadcrumbs trail={[campaigns, show]} here="Edit" />
      <PageHeader title={`Edit ${campaign.name}`} />
      <NewerValues differences={newer} />
      <Form action={routes.campaigns.edit.href({ campaignId })}>
        <Hidden name="version" value={campaign.version} />
        <CampaignFields form={form} />
        <Actions>
          <SubmitButton>{newer.length > 0 ? 'Overwrite with my version' : 'Save'}</SubmitButton>
          <ButtonLink tone="quiet" href={show.href}>
            Cancel
          </ButtonLink>
        </Actions>
      </Form>
    </div>
  )
}

const CampaignFields = ({ form }: { form: FormState }) => (
  <Stack>
    <FormErrors errors={form.errors} />
    <BasicFields form={form} />
    <DeliverableFields form={form} />
    <ScheduleFields form={form} />
  </Stack>
)
