import { bound, type FormState } from '../../../platform/forms/form.ts'
import { countries, languages } from '../../../shared/places.ts'
import { Select } from '../../../ui/forms/choice.tsx'
import { MoneyField, TextField } from '../../../ui/forms/field.tsx'
import { nicheOptions } from '../../../ui/forms/options.ts'
import { useReader } from '../../../ui/values/locale.ts'
import { ratingSteps } from './forms.ts'

type Props = { form: FormState }

/** The fields below, by name. */
export const rareFields = [
  'niche',
  'country',
  'language',
  'followersFrom',
  'followersTo',
  'reachFrom',
  'engagementFrom',
  'priceTo',
  'ratingFrom',
]

export const InfluencerTopicFields = ({ form }: Props) => (
  <>
    <Select {...bound(form, 'niche')} label="Niche" placeholder="Any niche" options={nicheOptions} />
    <Select {...bound(form, 'country')} label="Country" placeholder="Any country" options={countries()} />
    <Select {...bound(form, 'language')} label="Language" placeholder="Any language" options={languages()} />
  </>
)

export const InfluencerFigureFields = ({ form }: Props) => (
  <>
    <CountField {...bound(form, 'followersFrom')} label="Followers from" />
    <CountField {...bound(form, 'followersTo')} label="Followers up to" />
    <CountField {...bound(form, 'reachFrom')} label="Reach from" />
    <TextField
      {...bound(form, 'engagementFrom')}
      label="Engagement from"
      inputmode="decimal"
      autocomplete="off"
      suffix="%"
    />
    <MoneyField {...bound(form, 'priceTo')} label="Price up to" currency={useReader().currency} />
    <Select {...bound(form, 'ratingFrom')} label="Rating" placeholder="Any rating" options={ratings} />
  </>
)

const CountField = (props: { name: string; label: string; value: string; error: string | undefined }) => (
  <TextField {...props} inputmode="numeric" autocomplete="off" />
)

const ratings = ratingSteps.map((value) => ({ value, label: `${value} or more` }))
