import type { Child } from 'hono/jsx'
import { ButtonLink } from '../forms/form.tsx'
import type { Link } from '../layout/link.ts'
import { PageHeader } from '../page/page-header.tsx'

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
}

export const ErrorPage = ({ status, title, explain, next, requestId, supportAddress }: Props) => (
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
        If it happens again, write to <a href={`mailto:${supportAddress}`}>{supportAddress}</a> and mention
        this number: <code>{requestId}</code>
      </p>
    ) : null}
  </div>
)
