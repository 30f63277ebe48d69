import { raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/**
 * Keeps the HTML of a part that many pages show alike. It is rendered once for each `key` of a `thing`, such as a list
 * or the options of a select. It must depend on nothing else: not on the viewer, the clock or the token of a form.
 * Of each thing, `max` are kept. See docs/decisions/0031-kept-html.md.
 */
export function keptHtml(
  max = 200,
): (thing: object, key: string, render: () => unknown) => HtmlEscapedString {
  const known = new WeakMap<object, Map<string, string>>()
  return (thing, key, render) => {
    const ofThing = known.get(thing) ?? new Map<string, string>()
    known.set(thing, ofThing)
    const html = ofThing.get(key) ?? String(render())
    if (ofThing.size >= max && !ofThing.has(key)) ofThing.clear()
    ofThing.set(key, html)
    return raw(html)
  }
}
