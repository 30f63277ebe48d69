import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import { Select } from '../../../ui/forms/choice.tsx'
import { Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { optionsOf } from '../../../ui/forms/options.ts'
import { CommonFilters } from '../common-filters.tsx'
import { MoreFilters } from '../more-filters.tsx'
import { InfluencerMetricFields, InfluencerTopicFields, rareFields } from './filter-fields.tsx'
import type { InfluencerSort } from './filters.ts'

type Props = { form: FormState; region: string }

/** The most common filters, with the others collapsed. */
export const InfluencerSearchForm = ({ form, region }: Props) => (
  <Form action={routes.influencers.index.href()} method="get" region={region} class="filters" label="Search">
    <CommonFilters form={form} placeholder="A name, a handle, a topic" />
    <Select {...fieldProps(form, 'sort')} label="Sort by" placeholder="Default order" options={sorts} />
    <SubmitButton>Search</SubmitButton>
    <MoreFilters form={form} names={rareFields}>
      <InfluencerTopicFields form={form} />
      <InfluencerMetricFields form={form} />
    </MoreFilters>
  </Form>
)

// The default is the select's placeholder, which sends nothing: relevance with words, else the order of `defaultSort`.
const sortNames: Record<Exclude<InfluencerSort, 'relevance'>, string> = {
  reach: 'Reach',
  followers: 'Followers',
  engagement: 'Engagement',
  rating: 'Rating',
  price: 'Price',
  newest: 'Newest',
}
const sorts = optionsOf(sortNames)
