import type { Child } from 'hono/jsx'

type Props = { id: string; label?: string | undefined; children?: Child }

/** A part of the page that htmx can replace. It is the fragment in the response to an htmx request. */
export const Region = ({ id, label, children }: Props) => (
  <section id={id} class="region" tabindex={-1} aria-label={label}>
    {children}
  </section>
)

/** htmx attributes for a request whose response replaces the region. A newer request aborts an older one. */
export const swapInto = (region: string) => ({
  'hx-target': `#${region}`,
  'hx-swap': 'outerHTML',
  'hx-indicator': `#${region}`,
  'hx-sync': `#${region}:replace`,
})

/**
 * htmx attributes for what holds links to other states of a region: with JavaScript, each replaces the region instead of
 * the page, and its URL goes into the history.
 */
export const linksInto = (region: string) => ({
  'hx-boost:inherited': 'true',
  'hx-target:inherited': `#${region}`,
  'hx-swap:inherited': 'outerHTML',
  'hx-indicator:inherited': `#${region}`,
  'hx-sync:inherited': `#${region}:replace`,
})
