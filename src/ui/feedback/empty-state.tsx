import type { Child } from 'hono/jsx'
import { ButtonLink } from '../forms/form.tsx'
import type { Link } from '../layout/link.ts'

type Props = { title: string; action?: Link | undefined; children?: Child }

/** What an empty list shows: why it is empty, and what to do next. */
export const EmptyState = ({ title, action, children }: Props) => (
  <div class="empty">
    <p class="empty-title">{title}</p>
    {children ? <div class="empty-text">{children}</div> : null}
    {action ? <ButtonLink href={action.href}>{action.label}</ButtonLink> : null}
  </div>
)
