import type { Child } from 'hono/jsx'

type Props = { id: string; label?: string | undefined; children?: Child }

/** A part of the page that forms and pagers replace by itself. The server sends it whole. */
export const Region = ({ id, label, children }: Props) => (
  <section id={id} class="region" tabindex={-1} aria-label={label}>
    {children}
  </section>
)

/** For a GET whose answer takes the region's place and whose address takes the address bar. */
export const swapInto = (region: string) => ({
  'hx-target': `#${region}`,
  'hx-swap': 'outerHTML',
  'hx-push-url': 'true',
  'hx-indicator': `#${region}`,
})
