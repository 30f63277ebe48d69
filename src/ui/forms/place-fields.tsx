import { type FormState, fieldProps, fieldValue, fieldValues } from '../../platform/forms/form.ts'
import { countries, languages, MAX_LANGUAGES } from '../../shared/places.ts'
import { canonicalTimeZone, type ListedZone, listedTimeZones } from '../../shared/time-zones/time-zones.ts'
import { useLocale } from '../values/locale.ts'
import { type Option, Select } from './choice.tsx'
import { FieldRow } from './form.tsx'

type Props = { form: FormState }

type TimeZoneProps = Props & {
  label?: string
  hint?: string
  /** Whether the zone is only a guess. With JavaScript, the browser's own zone is chosen instead. */
  isGuess?: boolean
}

export const TimeZoneField = ({
  form,
  label = 'Time zone',
  hint = 'For the times you see. Dates of a campaign are in its own time zone.',
  isGuess = false,
}: TimeZoneProps) => {
  const typed = fieldValue(form, 'timeZone')
  return (
    <div data-own-time-zone={isGuess ? 'yes' : undefined}>
      <Select
        {...fieldProps(form, 'timeZone')}
        value={canonicalTimeZone(typed) ?? typed}
        label={label}
        hint={hint}
        options={optionsOf(listedTimeZones(useLocale().now))}
      />
    </div>
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

// The list is the same array all day, so its options are too.
function optionsOf(zones: readonly ListedZone[]): readonly Option[] {
  const options = known.get(zones) ?? zones.map(({ zone, label }) => ({ value: zone, label }))
  known.set(zones, options)
  return options
}

const known = new WeakMap<readonly ListedZone[], readonly Option[]>()
