import type { Child } from 'hono/jsx'

type Props = { label: string; href?: string | undefined; note?: Child; children?: Child }

/** A card with one key figure. The whole card is a link to `href`. */
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
    <div>
      <div class="figure-number">{children}</div>
      {note ? <div class="figure-note">{note}</div> : null}
    </div>
  </div>
)

export const Figures = ({ children }: { children?: Child }) => <div class="figures">{children}</div>
