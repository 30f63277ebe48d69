import type { Child } from 'hono/jsx'
import { ButtonLink } from '../forms/form.tsx'
import type { Link } from '../layout/link.ts'
import { PageHeader } from '../page/page-header.tsx'

type Props = {
  status: number
  title: string
  /** What happened and what was kept, in plain words. */
  explain: Child
  /** Where to go now, the likeliest first. */
  next: readonly Link[]
  /** To name to support; shown for errors of ours. */
  requestId?: string | undefined
}

export const ErrorPage = ({ status, title, explain, next, requestId }: Props) => (
  <div class="error-page">
    <PageHeader eyebrow={`Error ${status}`} title={title} />
    <div class="prose">{explain}</div>
    <div class="actions">
      {next.map((link, index) => (
        <ButtonLink href={link.href} tone={index === 0 ? 'outline' : 'quiet'}>
          {link.label}
        </ButtonLink>
      ))}
    </div>
    {requestId ? (
      <p class="secondary">
        If you write to us about it, name this number: <code>{requestId}</code>
      </p>
    ) : null}
  </div>
)
