import { PageHeader } from '../ui/page-header.tsx'
import { InfluencerResults, REGION, type ResultsProps } from './influencer-results.tsx'
import { InfluencerSearchForm } from './influencer-search-form.tsx'

export const InfluencerSearchPage = (props: ResultsProps) => (
  <>
    <PageHeader title="Influencers" />
    <InfluencerSearchForm form={props.form} region={REGION} />
    <InfluencerResults {...props} />
  </>
)
