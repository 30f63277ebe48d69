import type { Child } from 'hono/jsx'

type Props = { id: string; label?: string | undefined; children?: Child }

/** A part of the page that forms and pagers replace by itself. The server sends it whole. */
export const Region = ({ id, label, children }: Props) => (
  <section id={id} class="region" tabindex={-1} aria-label={label}>
    {children}
  </section>
)

/** For a request whose answer takes the region's place. Of several at once, the latest wins. */
export const swapInto = (region: string) => ({
  'hx-target': `#${region}`,
  'hx-swap': 'outerHTML',
  'hx-indicator': `#${region}`,
  'hx-sync': `#${region}:replace`,
})
