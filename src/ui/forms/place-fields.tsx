import { type FormState, fieldProps, fieldValue, fieldValues } from '../../platform/forms/form.ts'
import { lazy } from '../../shared/lazy.ts'
import {
  canonicalTimeZone,
  countries,
  languages,
  MAX_LANGUAGES,
  timeZonePlace,
  timeZoneRegions,
} from '../../shared/places.ts'
import { type Option, type OptionGroup, Select } from './choice.tsx'
import { FieldRow } from './form.tsx'

type Props = { form: FormState }

type TimeZoneProps = Props & { label?: string; hint?: string }

export const TimeZoneField = ({
  form,
  label = 'Time zone',
  hint = 'For the times you see. Dates of a campaign are in its own time zone.',
}: TimeZoneProps) => {
  const typed = fieldValue(form, 'timeZone')
  return (
    <Select
      {...fieldProps(form, 'timeZone')}
      value={canonicalTimeZone(typed) ?? typed}
      label={label}
      hint={hint}
      options={timeZones()}
    />
  )
}

export const CountryField = ({ form }: Props) => (
  <Select {...fieldProps(form, 'country')} label="Country" placeholder="Not provided" options={countries()} />
)

/** A select for each language and one more, so that adding a language needs no JavaScript. */
export const LanguageFields = ({ form }: Props) => {
  const chosen = fieldValues(form, 'languages').filter((code) => code !== '')
  const lists = Math.min(Math.max(chosen.length + 1, 3), MAX_LANGUAGES)
  return (
    <FieldRow>
      {Array.from({ length: lists }, (_, index) => (
        <Select
          name="languages"
          id={index === 0 ? undefined : `field-languages-${index + 1}`}
          label={index === 0 ? 'Language you post in' : `Language ${index + 1}`}
          value={chosen[index]}
          error={index === 0 ? form.errors.languages : undefined}
          placeholder={index === 0 ? 'Not provided' : 'None'}
          options={languages()}
        />
      ))}
    </FieldRow>
  )
}

const timeZones = lazy((): (Option | OptionGroup)[] => {
  const regions = [...timeZoneRegions()].map(([label, zones]) => ({
    label,
    options: zones
      .map((zone) => ({ value: zone, label: timeZonePlace(zone) }))
      .sort((one, other) => one.label.localeCompare(other.label, 'en')),
  }))
  return [{ value: 'UTC', label: 'UTC (Coordinated Universal Time)' }, ...regions]
})
