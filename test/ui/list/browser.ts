import type { Hono } from 'hono'
import { parseHTML } from 'linkedom'
import type { AppEnv } from '../../../src/platform/http/context.ts'
import { valuesOf } from '../../support/visitor.ts'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly document: Document
}

/** Sends requests to an app without a server. Keeps cookies; follows no redirects. */
export class Browser {
  readonly #app: Hono<AppEnv>
  readonly #cookies = new Map<string, string>()

  constructor(app: Hono<AppEnv>) {
    this.#app = app
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#send(path, { headers })
  }

  post(path: string, fields: [string, string][] = [], headers: Record<string, string> = {}): Promise<Answer> {
    return this.#send(path, { method: 'POST', body: new URLSearchParams(fields), headers })
  }

  async #send(path: string, init: RequestInit): Promise<Answer> {
    const headers = new Headers(init.headers)
    headers.set('Cookie', [...this.#cookies].map((pair) => pair.join('=')).join('; '))
    const response = await this.#app.request(path, { ...init, headers })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
      this.#cookies.set(name, value)
    }
    // `response.text()` would drop a byte order mark.
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
    return {
      status: response.status,
      headers: response.headers,
      text,
      document: parseHTML(fragmentOf(text)).document,
    }
  }
}

/** htmx makes templates of `<hx-partial>`. Their rows are only rows in a table. */
function fragmentOf(html: string): string {
  return html.includes('<html') ? html : `<html><body><table>${html}</table></body></html>`
}

/** The names of the rows, from top to bottom. */
export function rowNames(document: Document): string[] {
  return [...document.querySelectorAll('tbody tr th a')].map(({ textContent }) => textContent ?? '')
}

/** The fields that a form sends, with their names. */
export function fieldsOf(form: Element | null): Record<string, string[]> {
  if (!form) throw new Error('There is no such form.')
  return valuesOf(form)
}

export const byHtmx = { 'HX-Request-Type': 'partial', 'HX-Request': 'true' } as const
