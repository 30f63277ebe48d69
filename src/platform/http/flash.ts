import type { AppContext } from './context.ts'
import { ownCookie, readOwnCookie, sendCookies } from './cookies.ts'

export interface Flash {
  readonly text: string
  /** `plain` if nothing was done. */
  readonly tone: 'success' | 'plain'
}

/** Every flash text by its key. Filled by `flashTexts`. */
const known = new Map<string, Flash>()

/** For any form that saves something. */
export const saved = { saved: 'Saved.' } as const

/** For a text that says why nothing was done. It does not look like a success. */
export const notice = (text: string): Flash => ({ text, tone: 'plain' })

/**
 * Declares a feature's flash texts. Returns its `redirectWith(c, key, href)`, which redirects (303) to the page
 * that shows the text once. The cookie holds only the key, so nobody can make a page show arbitrary text.
 */
export function flashTexts<const Texts extends Readonly<Record<string, string | Flash>>>(texts: Texts) {
  for (const [key, declared] of Object.entries(texts)) {
    const flash = typeof declared === 'string' ? success(declared) : declared
    if ((known.get(key) ?? flash).text !== flash.text) throw new Error(`Two flash texts are called ${key}.`)
    known.set(key, flash)
  }
  return (c: AppContext, key: keyof Texts & string, href: string): Response => {
    flashNext(c, key)
    return c.redirect(href, 303)
  }
}

/** Shows a flash text, by its key, on the next page. */
export function flashNext(c: AppContext, key: string): void {
  c.set('flashKey', key)
  sendCookies(c, [ownCookie(c.get('env'), cookie, key, { maxAge: 60 })])
}

/** Shows a flash text with this response instead of the next one. */
export function flashNow(c: AppContext, text: string): void {
  c.set('flash', text)
}

/** Returns the flash text to show, if any, and removes it. */
export function takeFlash(c: AppContext): Flash | null {
  const now = c.get('flash')
  if (now !== undefined) return success(now)
  const key = keyOf(c)
  if (key === null) return null
  sendCookies(c, [ownCookie(c.get('env'), cookie, '', { maxAge: 0 })])
  return known.get(key) ?? null
}

/** Whether there is a flash text to show. */
export function hasFlash(c: AppContext): boolean {
  return keyOf(c) !== null
}

const cookie = 'parley_flash'

function success(text: string): Flash {
  return { text, tone: 'success' }
}

function keyOf(c: AppContext): string | null {
  return readOwnCookie(c.get('env'), c.req.header('Cookie'), cookie)
}
