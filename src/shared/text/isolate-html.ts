import { hasRightToLeft, isolated, wrapRightToLeft } from './direction.ts'

/**
 * Puts words that run from right to left into `<bdi>`, so that they cannot turn around the text next to them. Titles,
 * options, labels for screen readers and charts cannot have elements in their texts: they get isolates instead. Texts
 * with `dir="auto"` stay as they are.
 *
 * It works on the whole page, like escaping, so that no view can forget it. `html` must be well formed, as JSX makes it.
 * A page without such words is returned as it is.
 */
export function isolateHtml(html: string): string {
  if (!hasRightToLeft(html)) return html
  const open: Element[] = []
  return html.replace(TOKEN, (token: string, closing?: string, name?: string, attributes?: string) => {
    if (token.startsWith('<!')) return token
    const inside = open.at(-1)
    if (name === undefined) return inside ? inside.text(token) : wrapRightToLeft(token, bdi)
    if (closing) close(open, name)
    else if (!VOID.has(name)) enter(open, name, attributes ?? '')
    return closing || !hasRightToLeft(token) ? token : token.replace(SHOWN_ATTRIBUTE, isolated)
  })
}

/** An element whose texts are treated apart, and how many of its name are open inside of it. */
interface Element {
  readonly name: string
  readonly text: (text: string) => string
  depth: number
}

function enter(open: Element[], name: string, attributes: string): void {
  const inside = open.at(-1)
  if (inside) {
    if (inside.name === name) inside.depth += 1
    return
  }
  if (KEPT.has(name) || / dir="(?:auto|rtl)"/.test(attributes))
    open.push({ name, text: (text) => text, depth: 1 })
  else if (PLAIN.has(name)) open.push({ name, text: isolated, depth: 1 })
}

function close(open: Element[], name: string): void {
  const inside = open.at(-1)
  if (inside?.name !== name) return
  inside.depth -= 1
  if (inside.depth === 0) open.pop()
}

const bdi = (words: string) => `<bdi>${words}</bdi>`

const TOKEN = /<!--[\s\S]*?-->|<![^>]*>|<(\/?)([a-zA-Z][\w:-]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>|[^<]+/g
const SHOWN_ATTRIBUTE = /(?<= (?:title|alt|placeholder|aria-label)=")[^"]*/g

/** Their texts have a direction of their own, or are no texts. */
const KEPT: ReadonlySet<string> = new Set(['bdi', 'bdo', 'textarea', 'script', 'style'])
/** They cannot have a `<bdi>` inside. */
const PLAIN: ReadonlySet<string> = new Set(['title', 'option', 'svg'])
const VOID: ReadonlySet<string> = new Set([
  'br',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'wbr',
  'area',
  'col',
])
