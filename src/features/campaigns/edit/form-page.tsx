import type { FormState } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { Hidden } from '../../../ui/forms/field.tsx'
import { Actions, ButtonLink, Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { Breadcrumbs } from '../../../ui/layout/breadcrumbs.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Stack } from '../../../ui/page/split.tsx'
import type { Campaign } from '../campaign.ts'
import { MoneyAndTime, WhatIsWanted, WhatItIs } from './campaign-fields.tsx'
import type { Difference } from './field-names.ts'
import { NewerValues } from './newer-values.tsx'

const campaigns = { label: 'Campaigns', href: routes.campaigns.index.href() }

type NewProps = { form: FormState; formKey: string }

export const NewCampaignPage = ({ form, formKey }: NewProps) => (
  <div class="narrow">
    <Breadcrumbs trail={[campaigns]} here="New" />
    <PageHeader
      title="New campaign"
      subtitle="Only the name is needed to save a draft. Nobody else sees it before you publish it."
    />
    <Form action={routes.campaigns.index.href()}>
      <Hidden name="formKey" value={formKey} />
      <CampaignFields form={form} />
      <Actions>
        <SubmitButton>Save the draft</SubmitButton>
        <ButtonLink tone="quiet" href={campaigns.href}>
          Not now
        </ButtonLink>
      </Actions>
    </Form>
  </div>
)

type EditProps = {
  campaign: Campaign
  form: FormState
  /** Where what is saved now differs from what stands in the form, when it was changed meanwhile. */
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
          <SubmitButton>{newer.length > 0 ? 'Save mine over it' : 'Save'}</SubmitButton>
          <ButtonLink tone="quiet" href={show.href}>
            Not now
          </ButtonLink>
        </Actions>
      </Form>
    </div>
  )
}

const CampaignFields = ({ form }: { form: FormState }) => (
  <Stack>
    <FormErrors errors={form.errors} />
    <WhatItIs form={form} />
    <WhatIsWanted form={form} />
    <MoneyAndTime form={form} />
  </Stack>
)
