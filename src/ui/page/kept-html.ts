import { raw } from 'hono/html'
import { type Child, Fragment } from 'hono/jsx'
import type { HtmlEscapedString } from 'hono/utils/html'
import { isolateHtml } from '../../shared/text/isolate-html.ts'

/**
 * Keeps the HTML of a part that many pages show alike. It is rendered once for each `key` of a `thing`, such as a list
 * or the options of a select. It must depend on nothing else: not on the viewer, the clock or the token of a form. The
 * part must not stand inside of a `<title>`, an `<option>`, an `<svg>` or an element with `dir="auto"`. Of each thing,
 * the `max` parts that were used last are kept. See docs/decisions/0031-kept-html.md.
 */
export function keptHtml(max = 200): (thing: object, key: string, render: () => Child) => HtmlEscapedString {
  const known = new WeakMap<object, Map<string, string>>()
  return (thing, key, render) => {
    const ofThing = known.get(thing) ?? new Map<string, string>()
    known.set(thing, ofThing)
    // As JSX shows it: `String` alone would write null, and would not escape a text.
    const html = ofThing.get(key) ?? compact(String(Fragment({ children: render() })))
    // A Map is in the order in which its keys were set.
    ofThing.delete(key)
    ofThing.set(key, html)
    if (ofThing.size > max) removeOldest(ofThing)
    return raw(html)
  }
}

// Not done for each part: a Map takes long to find its first key if many keys before it were deleted.
function removeOldest(parts: Map<string, string>): void {
  const [oldest] = parts.keys()
  if (oldest !== undefined) parts.delete(oldest)
}

/** Like React's `memo`: a component whose HTML is kept for each value of its props. It must not use a context. */
export function memo<Props extends PlainProps>(
  component: (props: Props) => Child,
): (props: Props) => HtmlEscapedString {
  const kept = keptHtml()
  return (props) => kept(component, JSON.stringify(props), () => component(props))
}

type PlainProps = { readonly [name: string]: Plain }
type Plain = string | number | boolean | null | undefined | readonly Plain[] | PlainProps

// Words from right to left are isolated here, once, and not for each page again. One character beyond Latin-1 makes V8
// use two bytes for each character of a page, so they become references. Replacing also joins the hundreds of short
// strings that JSX makes, which V8 would do again for each page.
function compact(html: string): string {
  return isolateHtml(html).replace(BEYOND_LATIN_1, reference)
}

const BEYOND_LATIN_1 = /[\u0100-\u{10ffff}]/gu
const reference = (character: string) => `&#${character.codePointAt(0)};`
