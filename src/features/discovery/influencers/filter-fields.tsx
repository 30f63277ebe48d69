import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import { countries, languages } from '../../../shared/places.ts'
import { Select } from '../../../ui/forms/choice.tsx'
import { MoneyField, TextField } from '../../../ui/forms/field.tsx'
import { nicheOptions } from '../../../ui/forms/options.ts'
import { useLocale } from '../../../ui/values/locale.ts'
import { ratingSteps } from './forms.ts'

type Props = { form: FormState }

/** The names of the fields in this file. */
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
    <Select {...fieldProps(form, 'niche')} label="Niche" placeholder="Any niche" options={nicheOptions} />
    <Select
      {...fieldProps(form, 'country')}
      label="Country"
      placeholder="Any country"
      options={countries()}
    />
    <Select
      {...fieldProps(form, 'language')}
      label="Language"
      placeholder="Any language"
      options={languages()}
    />
  </>
)

export const InfluencerMetricFields = ({ form }: Props) => (
  <>
    <CountField {...fieldProps(form, 'followersFrom')} label="Followers from" />
    <CountField {...fieldProps(form, 'followersTo')} label="Followers up to" />
    <CountField {...fieldProps(form, 'reachFrom')} label="Reach from" />
    <TextField
      {...fieldProps(form, 'engagementFrom')}
      label="Engagement from"
      inputmode="decimal"
      autocomplete="off"
      suffix="%"
    />
    <MoneyField {...fieldProps(form, 'priceTo')} label="Price up to" currency={useLocale().currency} />
    <Select {...fieldProps(form, 'ratingFrom')} label="Rating" placeholder="Any rating" options={ratings} />
  </>
)

const CountField = (props: { name: string; label: string; value: string; error: string | undefined }) => (
  <TextField {...props} inputmode="numeric" autocomplete="off" />
)

const ratings = ratingSteps.map((value) => ({ value, label: `${value} or more` }))
