import { snakeCase } from '../../shared/case.ts'
import { controlAttributes, describedBy, FieldFrame, type FieldProps, idOf } from './field-frame.tsx'

type TextProps = FieldProps & {
  value?: string | undefined
  type?: 'text' | 'email' | 'password' | 'search' | 'url' | 'tel' | 'number' | 'date' | undefined
  autocomplete?: string | undefined
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'search' | 'tel' | 'url' | undefined
  maxlength?: number | undefined
  placeholder?: string | undefined
  /** Shown before and after the input: "@", "days". */
  prefix?: string | undefined
  suffix?: string | undefined
  /** For dates, like "2026-11-23". */
  min?: string | undefined
  max?: string | undefined
}

export const TextField = (props: TextProps) => (
  <FieldFrame {...props}>{props.type === 'password' ? <Password {...props} /> : affixed(props)}</FieldFrame>
)

type MoneyProps = Omit<TextProps, 'type' | 'prefix' | 'suffix' | 'inputmode'> & { currency: string }

/** A decimal in the platform's currency, such as "1250.00"; `currency` is its ISO code. */
export const MoneyField = ({ currency, ...props }: MoneyProps) => (
  <TextField {...props} inputmode="decimal" suffix={currency} />
)

export const DateField = (props: Omit<TextProps, 'type'>) => <TextField {...props} type="date" />

type AreaProps = FieldProps & {
  value?: string | undefined
  rows?: number | undefined
  /** The maximum number of characters. With JavaScript, the field counts down. */
  counter?: number | undefined
  placeholder?: string | undefined
}

export const TextArea = ({ counter, rows = 4, value = '', placeholder, ...field }: AreaProps) => (
  <div x-data={counter ? 'counter' : undefined} data-limit={counter}>
    <FieldFrame {...field} after={counter ? <Counter {...field} limit={counter} /> : null}>
      <textarea
        {...controlAttributes(field)}
        aria-describedby={[describedBy(field), counter && `${idOf(field)}-limit`].filter(Boolean).join(' ')}
        class="form-control"
        rows={rows}
        placeholder={placeholder}
        dir="auto"
        x-ref={counter ? 'area' : undefined}
        x-on:input={counter ? 'count' : undefined}
      >
        {/* HTML drops a leading line break, so this adds one. */}
        {`\n${value}`}
      </textarea>
    </FieldFrame>
  </div>
)

export const Hidden = ({ name, value }: { name: string; value: string | number }) => (
  <input type="hidden" name={snakeCase(name)} value={value} />
)

const Counter = ({ limit, ...field }: FieldProps & { limit: number }) => (
  <div class="field-limit" id={`${idOf(field)}-limit`} x-text="text" x-bind:class="tone">
    At most {limit} characters
  </div>
)

const affixed = (props: TextProps) =>
  props.prefix || props.suffix ? (
    <div class="input-group">
      {props.prefix ? <span class="input-group-text">{props.prefix}</span> : null}
      {inputOf(props)}
      {props.suffix ? <span class="input-group-text">{props.suffix}</span> : null}
    </div>
  ) : (
    inputOf(props)
  )

const Password = (props: TextProps) => (
  <div
    class="input-group"
    x-data="reveal"
    {...{ 'x-on:submit.window': 'hide', 'x-on:pagehide.window': 'hide' }}
  >
    {inputOf(props)}
    <button
      type="button"
      class="btn btn-outline"
      x-cloak=""
      x-on:click="toggle"
      x-bind:aria-pressed="pressed"
      aria-label="Show password"
    >
      Show
    </button>
  </div>
)

// A shown password is text, which phones would capitalize and some browsers would send to a spelling checker.
const passwordAttributes = {
  'x-ref': 'box',
  autocapitalize: 'none',
  autocorrect: 'off',
  spellcheck: false,
} as const

const inputOf = (props: TextProps) => (
  <input
    {...controlAttributes(props)}
    class="form-control"
    type={props.type ?? 'text'}
    // A password is never sent back.
    value={props.type === 'password' ? undefined : (props.value ?? '')}
    autocomplete={props.autocomplete}
    inputmode={props.inputmode}
    maxlength={props.maxlength}
    placeholder={props.placeholder}
    min={props.min}
    max={props.max}
    dir={props.type === 'text' || props.type === undefined ? 'auto' : undefined}
    {...(props.type === 'password' ? passwordAttributes : {})}
  />
)
