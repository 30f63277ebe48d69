import type { Child } from 'hono/jsx'

/** A link that a user wrote. Search engines are told that Parley does not vouch for it. */
export const OutsideLink = ({ href, children }: { href: string; children?: Child }) => (
  <a href={href} rel="nofollow ugc noopener noreferrer">
    {children}
  </a>
)
