import { parseHTML } from 'linkedom'
import { lazy } from '../../src/shared/lazy.ts'
import { NO_TEXT } from './no-text.ts'

type Fields = Readonly<Record<string, string | readonly string[]>>

/** A response as a browser without JavaScript sees it. */
export interface Page {
  readonly status: number
  readonly url: string
  readonly headers: Headers
  readonly html: string
  readonly document: Document
  /** The text that a person reads, with white space collapsed. */
  readonly text: string
}

/** A browser without JavaScript: it keeps cookies, follows redirects and links, and fills in forms. */
export class Visitor {
  readonly #origin: string
  readonly #cookies = new Map<string, string>()
  #page: Page | null = null

  constructor(origin: string) {
    this.#origin = origin
  }

  /** The current page. */
  get page(): Page {
    if (!this.#page) throw new Error('No page has been opened yet.')
    return this.#page
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value)
  }

  /** The `Cookie` header that it sends. */
  get cookie(): string {
    return [...this.#cookies].map((pair) => pair.join('=')).join('; ')
  }

  hasCookie(name: string): boolean {
    return this.#cookies.has(name)
  }

  /** Opens a URL and follows redirects. */
  get(path: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.#open(path, { method: 'GET', headers })
  }

  /** Submits a form that is not on the page, like a script would. */
  post(path: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<Page> {
    const body = new URLSearchParams(entriesOf(fields))
    return this.#open(path, { method: 'POST', body, headers: { Origin: this.#origin, ...headers } })
  }

  /** Sends one request. It follows no redirect and does not change the current page. */
  async send(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    if (this.#cookies.size > 0) headers.set('Cookie', this.cookie)
    const response = await fetch(new URL(path, this.#origin), { ...init, headers, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie)
    return response
  }

  /** Follows the link with this text. */
  click(text: string): Promise<Page> {
    const link = [...this.page.document.querySelectorAll('a')].find((one) => textOf(one).includes(text))
    const href = link?.getAttribute('href')
    if (!href) throw new Error(`There is no link "${text}" on ${this.page.url}:\n${this.page.text}`)
    return this.get(href)
  }

  /** Fills in the form that has a button with this text, and submits it. */
  submit(button: string, fields: Fields = {}): Promise<Page> {
    const form = this.form(button)
    const filled = { ...valuesOf(form), ...fields }
    const action = form.getAttribute('action') ?? this.page.url
    if (form.getAttribute('method')?.toLowerCase() === 'post') return this.post(action, filled)
    return this.get(`${action}?${new URLSearchParams(entriesOf(filled))}`)
  }

  /** The form that has a button with this text. */
  form(button: string): Element {
    const found = [...this.page.document.querySelectorAll('button')].find((one) =>
      textOf(one).includes(button),
    )
    const form = found?.closest('form')
    if (!form) throw new Error(`There is no button "${button}" on ${this.page.url}:\n${this.page.text}`)
    return form
  }

  sees(text: string): boolean {
    return this.page.text.includes(text)
  }

  async #open(path: string, init: RequestInit): Promise<Page> {
    let response = await this.send(path, init)
    let url = new URL(path, this.#origin)
    for (let hops = 0; response.status === 303 && hops < 5; hops++) {
      await response.arrayBuffer()
      url = new URL(response.headers.get('Location') ?? '', url)
      response = await this.send(url.pathname + url.search)
    }
    this.#page = await toPage(response, url)
    return this.#page
  }

  #keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';')
    const name = pair.slice(0, pair.indexOf('='))
    const gone = attributes.some((one) => one.trim().toLowerCase() === 'max-age=0')
    if (gone) this.#cookies.delete(name)
    else this.#cookies.set(name, pair.slice(name.length + 1))
  }
}

/** As the only text of an element, or between two. */
const noText = new RegExp(`>\\s*(${NO_TEXT})\\s*<`)

async function toPage(response: Response, url: URL): Promise<Page> {
  const html = await response.text()
  const [, shown] = noText.exec(html) ?? []
  if (shown !== undefined) throw new Error(`${url.pathname + url.search} shows "${shown}":\n${html}`)
  // Many tests look only at the status.
  const document = lazy(() => documentOf(html))
  const text = lazy(() => textOf(document().body ?? document().documentElement))
  return {
    status: response.status,
    url: url.pathname + url.search,
    headers: response.headers,
    html,
    get document() {
      return document()
    },
    get text() {
      return text()
    },
  }
}

function documentOf(html: string): Document {
  const { document } = parseHTML(html || '<html></html>')
  for (const hidden of document.querySelectorAll('script, style, template')) hidden.remove()
  return document
}

function textOf(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim()
}

/** The values that a browser would submit. */
export function valuesOf(form: Element): Record<string, string[]> {
  const values: Record<string, string[]> = {}
  for (const control of controlsOf(form)) {
    const name = control.getAttribute('name')
    const value = sentBy(control)
    if (name && value !== null) values[name] = [...(values[name] ?? []), value]
  }
  return values
}

// Controls outside the form can name it in their `form` attribute.
function controlsOf(form: Element): Element[] {
  const controls = [...form.ownerDocument.querySelectorAll('input, select, textarea')]
  return controls.filter((control) => {
    const named = control.getAttribute('form')
    return named === null ? form.contains(control) : named === form.id
  })
}

function sentBy(control: Element): string | null {
  if (control.tagName === 'TEXTAREA') return unescaped(control.textContent ?? '').replace(/^\n/, '')
  if (control.tagName === 'SELECT') {
    const chosen = control.querySelector('option[selected]') ?? control.querySelector('option')
    return chosen?.getAttribute('value') ?? null
  }
  const type = control.getAttribute('type')
  if ((type === 'checkbox' || type === 'radio') && !control.hasAttribute('checked')) return null
  return control.getAttribute('value') ?? ''
}

// linkedom does not decode character references in a textarea.
function unescaped(text: string): string {
  return parseHTML(`<p>${text}</p>`).document.querySelector('p')?.textContent ?? ''
}

function entriesOf(fields: Fields): [string, string][] {
  return Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
  )
}
