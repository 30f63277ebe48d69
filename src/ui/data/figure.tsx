import type { Child } from 'hono/jsx'

type Props = { label: string; href?: string | undefined; note?: Child; children?: Child }

/** One number that matters, with what it counts. The whole card leads to `href`. */
export const Figure = ({ label, href, note, children }: Props) => (
  <div class="card figure">
    <div class="eyebrow">
      {href ? (
        <a class="stretched-link" href={href}>
          {label}
        </a>
      ) : (
        label
      )}
    </div>
    <div class="figure-number">{children}</div>
    {note ? <div class="figure-note">{note}</div> : null}
  </div>
)

export const Figures = ({ children }: { children?: Child }) => <div class="figures">{children}</div>
