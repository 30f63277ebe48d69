import type { Child } from 'hono/jsx'

type Props = {
  title: Child
  /** A small label above the title: "Request 184 · invitation". */
  eyebrow?: Child
  subtitle?: Child
  /** At the end of the line, for the state and the time left, or for links. */
  aside?: Child
}

export const PageHeader = ({ title, eyebrow, subtitle, aside }: Props) => (
  <div class="page-header">
    <div>
      {eyebrow ? <p class="eyebrow">{eyebrow}</p> : null}
      <h1>{title}</h1>
      {subtitle ? <p class="page-subtitle">{subtitle}</p> : null}
    </div>
    {aside ? <div class="page-aside">{aside}</div> : null}
  </div>
)
