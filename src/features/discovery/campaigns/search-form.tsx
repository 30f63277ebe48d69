import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { Select } from '../../../ui/forms/choice.tsx'
import { DateField, MoneyField } from '../../../ui/forms/field.tsx'
import { Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { nicheOptions, optionsOf } from '../../../ui/forms/options.ts'
import { useLocale } from '../../../ui/values/locale.ts'
import { CommonFilters } from '../common-filters.tsx'
import { MoreFilters } from '../more-filters.tsx'
import type { CampaignSort } from './filters.ts'

type Props = { form: FormState; region: string }

/** The most common filters, with the others collapsed. */
export const CampaignSearchForm = ({ form, region }: Props) => (
  <Form action={routes.campaigns.index.href()} method="get" region={region} class="filters" label="Search">
    <CommonFilters form={form} placeholder="A name, a sponsor, a topic" />
    <Select {...fieldProps(form, 'sort')} label="Sort by" placeholder="Default order" options={sorts} />
    <SubmitButton>Search</SubmitButton>
    <MoreFilters form={form} names={rareFields}>
      <RareFields form={form} />
    </MoreFilters>
  </Form>
)

const rareFields = ['niche', 'budgetFrom', 'budgetTo', 'from', 'until']

const RareFields = ({ form }: { form: FormState }) => {
  const { currency } = useLocale()
  return (
    <>
      <Select {...fieldProps(form, 'niche')} label="Niche" placeholder="Any niche" options={nicheOptions} />
      <MoneyField {...fieldProps(form, 'budgetFrom')} label="Budget from" currency={currency} />
      <MoneyField {...fieldProps(form, 'budgetTo')} label="Budget up to" currency={currency} />
      <DateField {...fieldProps(form, 'from')} label="Runs from" />
      <DateField {...fieldProps(form, 'until')} label="Runs until" />
    </>
  )
}

// The default is the select's placeholder, which sends nothing: relevance with words, else the order of `defaultCampaignSort`.
const sortNames: Record<Exclude<CampaignSort, 'relevance'>, string> = {
  newest: 'Newest',
  budget: 'Budget',
  ending: 'Ending soon',
}
const sorts = optionsOf(sortNames)
