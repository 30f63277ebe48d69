import { routes } from '../routes.ts'
import { categoryKeys, categoryLabel, platformKeys, platforms } from '../shared/taxonomy.ts'
import { Select } from '../ui/choice.tsx'
import { TextField } from '../ui/field.tsx'
import { Form, SubmitButton } from '../ui/form.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { InfluencerFilters } from './influencer-filters.ts'
import { InfluencerResults, REGION, type ResultsProps } from './influencer-results.tsx'

export const InfluencerSearchPage = (props: ResultsProps) => (
  <>
    <PageHeader title="Influencers" />
    <Filters filters={props.filters} />
    <InfluencerResults {...props} />
  </>
)

const Filters = ({ filters: { words, category, platform } }: { filters: InfluencerFilters }) => (
  <Form action={routes.influencers.index.href()} method="get" region={REGION} class="filters">
    <div class="filters-wide">
      <TextField name="words" label="Name or username" type="search" value={words} autocomplete="off" />
    </div>
    <Select
      name="category"
      label="Category"
      placeholder="Any category"
      value={category ?? ''}
      options={categoryKeys.map((value) => ({ value, label: categoryLabel(value) }))}
    />
    <Select
      name="platform"
      label="Platform"
      placeholder="Any platform"
      value={platform ?? ''}
      options={platformKeys.map((value) => ({ value, label: platforms[value] }))}
    />
    <SubmitButton>Search</SubmitButton>
  </Form>
)
