import type { Child } from 'hono/jsx'

type Props = {
  title: Child
  /** What kind of thing this is: "Request 184 · invitation". */
  eyebrow?: Child
  subtitle?: Child
  /** State and clock, or the page's links, at the end of the line. */
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
