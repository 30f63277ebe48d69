import type { Child } from 'hono/jsx'
import { snakeCase } from '../../shared/case.ts'
import { keptHtml } from '../page/kept-html.ts'
import { controlAttributes, FieldFrame, FieldGroup, type FieldProps, idOf } from './field-frame.tsx'

export type Option = { value: string; label: string; hint?: Child }
type Options = readonly (Option | OptionGroup)[]
export type OptionGroup = { label: string; options: readonly Option[] }

type SelectProps = Omit<FieldProps, 'hint'> & {
  hint?: string | undefined
  value?: string | undefined
  /** Pass the same array each time: its HTML is cached. */
  options: Options
  /** The first, empty choice: "Any category". */
  placeholder?: string | undefined
}

export const Select = ({ value, options, ...rest }: SelectProps) => {
  const selected = value !== undefined && isAmong(options, value) ? value : undefined
  return keptSelects(options, JSON.stringify({ ...rest, selected }), () => (
    <Choice {...rest} options={options} value={selected} />
  ))
}

// There are hundreds of countries and time zones. Rendering them for each page would take most of its time.
const keptSelects = keptHtml()

const Choice = ({ value, options, placeholder, ...field }: SelectProps) => (
  <FieldFrame {...field}>
    <select {...controlAttributes(field)} class="form-select">
      {placeholder === undefined ? null : <option value="">{placeholder}</option>}
      <Choices options={options} selected={value} />
    </select>
  </FieldFrame>
)

type CheckboxesProps = Omit<FieldProps, 'label'> & {
  legend: string
  values: readonly string[]
  options: readonly Option[]
  /** In columns where there is room, for many short options. */
  columns?: boolean | undefined
}

export const Checkboxes = ({ legend, values, options, columns, ...rest }: CheckboxesProps) => {
  const field = { ...rest, label: legend }
  return (
    <FieldGroup {...field}>
      <div class={columns ? 'choices choices-columns' : 'choices'}>
        {options.map((option, index) =>
          choiceOf(field, 'checkbox', option, index, values.includes(option.value)),
        )}
      </div>
    </FieldGroup>
  )
}

type RadiosProps = Omit<FieldProps, 'label'> & {
  legend: string
  value?: string | undefined
  options: readonly Option[]
}

export const Radios = ({ legend, value, options, ...rest }: RadiosProps) => {
  const field = { ...rest, label: legend }
  return (
    <FieldGroup {...field} role="radiogroup">
      <div class="choices">
        {options.map((option, index) => choiceOf(field, 'radio', option, index, option.value === value))}
      </div>
    </FieldGroup>
  )
}

function isAmong(options: Options, value: string): boolean {
  return options.some((option) =>
    'options' in option ? isAmong(option.options, value) : option.value === value,
  )
}

const Choices = ({ options, selected }: { options: Options; selected: string | undefined }) => (
  <>
    {options.map((option) =>
      'options' in option ? (
        <optgroup label={option.label}>
          <Choices options={option.options} selected={selected} />
        </optgroup>
      ) : (
        <option value={option.value} selected={option.value === selected}>
          {option.label}
        </option>
      ),
    )}
  </>
)

// The first one has the field's id, because the error summary links to it.
const choiceOf = (
  field: FieldProps,
  type: 'checkbox' | 'radio',
  option: Option,
  index: number,
  checked: boolean,
) => (
  <label class="choice">
    <input
      class="form-check-input"
      type={type}
      id={index === 0 ? idOf(field) : `${idOf(field)}-${index}`}
      name={snakeCase(field.name)}
      value={option.value}
      checked={checked}
      autofocus={index === 0 && (field.autofocus || Boolean(field.error))}
      aria-invalid={field.error && type === 'checkbox' ? 'true' : undefined}
    />
    <span>
      {option.label}
      {option.hint ? <span class="choice-hint">{option.hint}</span> : null}
    </span>
  </label>
)
