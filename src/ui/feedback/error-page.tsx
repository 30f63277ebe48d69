import type { Child } from 'hono/jsx'
import type { SubmittedValues } from '../../platform/forms/form.ts'
import { ButtonLink } from '../forms/form.tsx'
import { TypedValues, typedIn } from '../forms/typed-values.tsx'
import type { Link } from '../layout/link.ts'
import { PageHeader } from '../page/page-header.tsx'
import { Section } from '../page/split.tsx'

type Props = {
  status: number
  title: string
  /** What happened and what was kept. */
  explain: Child
  /** Where to go now, the most likely first. */
  next: readonly Link[]
  /** For support. Shown for errors of ours. */
  requestId?: string | undefined
  supportAddress: string
  /** The form that was sent, if one was. */
  values: SubmittedValues
}

export const ErrorPage = ({ status, title, explain, next, requestId, supportAddress, values }: Props) => (
  <div class="error-page">
    <PageHeader eyebrow={`Error ${status}`} title={title} />
    <div class="prose">{explain}</div>
    {typedIn(values).length > 0 ? (
      <Section title="What you typed">
        <p>It was not saved. Copy what you still need from here.</p>
        <TypedValues values={values} />
      </Section>
    ) : null}
    <div class="actions">
      {next.map((link, index) => (
        <ButtonLink href={link.href} tone={index === 0 ? 'outline' : 'quiet'}>
          {link.label}
        </ButtonLink>
      ))}
    </div>
    {requestId ? (
      <p class="secondary">
        If it happens again, write to <a href={`mailto:${supportAddress}`}>{supportAddress}</a> and mention
        this number: <code>{requestId}</code>
      </p>
    ) : null}
  </div>
)
