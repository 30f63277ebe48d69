import type { SubmittedValues } from '../../platform/forms/form.ts'
import { isSecretField } from '../../platform/forms/secret-fields.ts'
import { snakeCase } from '../../shared/case.ts'

type Props = { values: SubmittedValues }

/** What somebody typed or chose in a form, to read and to copy. */
export const TypedValues = ({ values }: Props) => {
  const typed = typedIn(values)
  return typed.length === 0 ? null : (
    <dl class="typed-values">
      {typed.map(([name, all]) => (
        <>
          <dt>{label(name)}</dt>
          {all.filter(Boolean).map((value) => (
            <dd dir="auto">{value}</dd>
          ))}
        </>
      ))}
    </dl>
  )
}

/** What may be shown and sent again: no password, and no other secret. */
export function withoutSecrets(values: SubmittedValues) {
  return Object.entries(values).filter(([name]) => !isSecretField(name))
}

/** Values that a person wrote or chose. */
export function typedIn(values: SubmittedValues) {
  return withoutSecrets(values).filter(
    ([name, all]) => all.some(Boolean) && !hiddenFields.has(snakeCase(name)),
  )
}

const hiddenFields: ReadonlySet<string> = new Set([
  'version',
  'campaign_version',
  'offer_number',
  'influencer_id',
  'usage_shown',
  'subject',
  'id',
  'seen',
  'form_token',
  'seen_at',
  'matching',
  'count',
  'selected',
  'kind',
  'back',
])

function label(name: string): string {
  const words = snakeCase(name).replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
