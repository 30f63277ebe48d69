import type { Child } from 'hono/jsx'
import { TOKEN_FIELD } from '../../platform/forms/form-token.ts'
import { swapInto } from '../page/region.tsx'
import { fieldId } from './field-frame.tsx'
import { labelOf } from './field-labels.ts'
import { useFormToken } from './form-tokens.ts'

type FormProps = {
  action: string
  method?: 'post' | 'get' | undefined
  /**
   * The id of the region that the response replaces, with JavaScript. A GET form is then sent while typing. Put it
   * outside of its region, or the response would replace the field that the user is typing in.
   */
  region?: string | undefined
  /** The response replaces what it names (`<hx-partial>`), with JavaScript. For a form in the row of a list. */
  inPlace?: boolean | undefined
  /**
   * Whether the form does its work only once, however often it is sent, and is refused for another account than the one
   * that it was shown to. By default for everybody who is signed in. `true`: for visitors too. `false`: for nobody.
   */
  once?: boolean | undefined
  id?: string | undefined
  class?: string | undefined
  /** For screen readers, if no heading says what the form is for. */
  label?: string | undefined
  children?: Child
}

/** The server validates, with the same messages in every browser, so the browser's own validation is off. */
export const Form = ({
  action,
  method = 'post',
  region,
  inPlace,
  once,
  label,
  children,
  ...rest
}: FormProps) => (
  <form
    {...rest}
    {...(region ? regionRequest(action, method, region) : {})}
    {...(inPlace ? { 'hx-post': action, 'hx-swap': 'none', 'hx-disable': 'find button' } : {})}
    action={action}
    method={method}
    novalidate
    role={method === 'get' ? 'search' : undefined}
    aria-label={label}
  >
    {method === 'post' ? <Token once={once} /> : null}
    {children}
  </form>
)

const Token = ({ once }: { once: boolean | undefined }) => {
  const token = useFormToken(once)
  // Firefox would fill in the value of before when the page is loaded again.
  return token === null ? null : <input type="hidden" name={TOKEN_FIELD} value={token} autocomplete="off" />
}

type Tone = 'primary' | 'outline' | 'danger' | 'quiet'

type SubmitProps = {
  tone?: Tone | undefined
  /** Sent with the form, to tell its buttons apart. */
  name?: string | undefined
  value?: string | undefined
  small?: boolean | undefined
  /** The id of the form, if the button is outside of it. */
  form?: string | undefined
  /** Sends the form to another URL. */
  formaction?: string | undefined
  formmethod?: 'post' | 'get' | undefined
  children?: Child
}

/** A page has at most one `primary` button: its main action. */
export const SubmitButton = ({ tone = 'primary', small, children, ...rest }: SubmitProps) => (
  <button type="submit" class={buttonClass(tone, small)} {...rest}>
    {children}
  </button>
)

type PostButtonProps = { formaction: string; children?: Child }

/** Sends a GET form as a POST. It carries the form's token, which the URLs of the form's other buttons must not have. */
export const PostButton = ({ formaction, children }: PostButtonProps) => {
  const token = useFormToken(undefined)
  const named = token === null ? {} : { name: TOKEN_FIELD, value: token }
  return (
    <SubmitButton tone="danger" small formmethod="post" formaction={formaction} {...named}>
      {children}
    </SubmitButton>
  )
}

type LinkProps = { href: string; tone?: Tone | undefined; small?: boolean | undefined; children?: Child }

/** A link that looks like a button. */
export const ButtonLink = ({ href, tone = 'outline', small, children }: LinkProps) => (
  <a class={buttonClass(tone, small)} href={href}>
    {children}
  </a>
)

/** Short fields side by side. */
export const FieldRow = ({ children }: { children?: Child }) => <div class="field-row">{children}</div>

export const Actions = ({ children }: { children?: Child }) => <div class="actions">{children}</div>

type ErrorsProps = {
  /** By field name. `form` is about the whole form. */
  errors?: Readonly<Record<string, string | undefined>> | undefined
  /** Above the list. `errors.form` by default. */
  summary?: string | undefined
  /** The labels of fields that are called differently in this form. */
  labels?: Readonly<Record<string, string>> | undefined
  /** Whether the form has a password, which browsers do not show again. */
  hasPassword?: boolean | undefined
  /** Whether all fields are passwords and codes, so nothing is shown again. */
  hasOnlySecrets?: boolean | undefined
}

/** All errors at the top of a form, each with a link to its field. Renders nothing without errors. */
export const FormErrors = ({
  errors = {},
  summary = errors.form,
  labels: own = {},
  hasPassword,
  hasOnlySecrets,
}: ErrorsProps) => {
  const wrong = Object.entries(errors).filter(([name, message]) => message && name !== 'form')
  if (wrong.length === 0 && !summary) return null

  return (
    <div class="form-errors" role="alert" tabindex={-1} autofocus={wrong.length === 0}>
      <p>
        {summary ??
          `Please check ${wrong.length === 1 ? 'this field' : 'these fields'}.${kept(hasPassword, hasOnlySecrets)}`}
      </p>
      {wrong.length > 0 ? (
        <ul>
          {wrong.map(([name, message]) => (
            <li>
              <a href={`#${fieldId(name)}`}>
                {own[name] ?? labelOf(name)}: {message}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

const kept = (hasPassword = false, hasOnlySecrets = false): string => {
  if (hasOnlySecrets) return ''
  return hasPassword ? ' Everything but passwords was kept.' : ' Nothing you typed was lost.'
}

const regionRequest = (action: string, method: 'post' | 'get', region: string) =>
  method === 'get'
    ? {
        'hx-get': action,
        ...swapInto(region),
        // Not on change: going from a field to the pager would reload the current page.
        'hx-trigger': 'submit, input delay:300ms',
        'hx-replace-url': 'true',
      }
    : { 'hx-post': action, 'hx-target': `#${region}`, 'hx-swap': 'outerHTML', 'hx-disable': 'find button' }

const buttonClass = (tone: Tone, small = false): string => `btn btn-${tone}${small ? ' btn-sm' : ''}`
