import { html } from 'hono/html'

/** Plain text as HTML, with its http(s) URLs as links. Everything is escaped. */
export function linked(text: string) {
  // The capturing group makes split() keep the URLs, at odd indexes.
  return text
    .split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : part))
}

/** Makes links of an HTML part open in the whole window, because the frame is sandboxed. */
export function linksToTop(part: string): string {
  const base = '<base target="_top">'
  return /<head[^>]*>/i.test(part) ? part.replace(/<head[^>]*>/i, (head) => head + base) : base + part
}
