import { html } from 'hono/html'

/** A plain text with its http(s) addresses as links; everything is escaped. */
export function linked(text: string) {
  // The capturing group makes split() keep the addresses, at the odd places.
  return text
    .split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : part))
}

/** Links of an HTML part open in the whole window: inside the frame they would meet its sandbox. */
export function linksToTop(part: string): string {
  const base = '<base target="_top">'
  return /<head[^>]*>/i.test(part) ? part.replace(/<head[^>]*>/i, (head) => head + base) : base + part
}
