import type { Child } from 'hono/jsx'

type Props = { label: string; removeHref?: string | undefined }

/** A label in a pill. With `removeHref` it is an active filter, and a link that removes it. */
export const Chip = ({ label, removeHref }: Props) =>
  removeHref ? (
    <a class="chip chip-remove" href={removeHref}>
      {label}
      <span aria-hidden="true">×</span>
      <span class="visually-hidden">, remove this filter</span>
    </a>
  ) : (
    <span class="chip">{label}</span>
  )

export const Chips = ({ label, children }: { label?: string | undefined; children?: Child }) => (
  <div class="chips">
    {label ? <span class="visually-hidden">{label}: </span> : null}
    {children}
  </div>
)
