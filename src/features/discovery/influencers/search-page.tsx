import { PageHeader } from '../../../ui/page/page-header.tsx'
import { InfluencerResults, REGION, type ResultsProps } from './results.tsx'
import { InfluencerSearchForm } from './search-form.tsx'

export const InfluencerSearchPage = (props: ResultsProps) => (
  <>
    <PageHeader title="Influencers" />
    <InfluencerSearchForm form={props.form} region={REGION} />
    <InfluencerResults {...props} />
  </>
)
