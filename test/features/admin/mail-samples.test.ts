import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { galleryAt } from '../../../src/features/admin/mail-preview/gallery.ts'
import { samplesAt } from '../../../src/features/admin/mail-preview/samples.ts'
import { contentOf } from '../../../src/features/notifications/commands.ts'
import { parseMailContent } from '../../../src/features/notifications/email/blocks.ts'
import { renderEmail } from '../../../src/features/notifications/email/render-email.tsx'

const now = Date.parse('2026-11-25T14:10:00Z')
const reader = {
  name: 'Mara Lindqvist',
  timeZone: 'Europe/Stockholm',
  now,
  publicUrl: 'https://parley.example',
  supportAddress: 'support@parley.example',
}
const unsubscribeHref = 'https://parley.example/unsubscribe/token'

const emails = Object.entries({ ...samplesAt(now, 'USD'), every_block: galleryAt(now) }).map(
  ([kind, { title, path, ...sample }]) => {
    const content = contentOf(sample)
    // As the outbox stores it.
    const stored = parseMailContent(JSON.stringify(content))
    const email = renderEmail({ ...stored, title, path, unsubscribeHref }, reader)
    return { kind, content, stored, ...email }
  },
)

describe.each(emails)('the e-mail $kind', ({ content, stored, subject, text, html }) => {
  const { document } = parseHTML(html)

  it('survives the outbox unchanged', () => {
    expect(stored).toEqual(content)
  })

  it('has a subject of one short line', () => {
    expect(subject).not.toMatch(/\n/)
    expect(subject.length).toBeLessThanOrEqual(120)
    expect(subject.length).toBeGreaterThan(10)
  })

  it('has no title in which a line may end after "e-"', () => {
    const pieces = [...(document.querySelector('h1')?.childNodes ?? [])]
    expect(
      pieces.filter(({ nodeName, textContent }) => nodeName === '#text' && /e-mail/i.test(textContent ?? '')),
    ).toEqual([])
  })

  it('is smaller than what Gmail cuts off', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(80_000)
    expect(Buffer.byteLength(text)).toBeLessThan(20_000)
  })

  it('loads nothing and runs nothing', () => {
    expect(document.querySelectorAll('img, link, script, iframe, object, video, form').length).toBe(0)
    expect(html).not.toMatch(/url\(|@import|@font-face|data:|javascript:|\son\w+=/i)
  })

  it('uses only what mail programs understand', () => {
    expect(html).not.toMatch(/display:\s*(flex|grid)|position:|float:|var\(|calc\(/)
    for (const one of document.querySelectorAll('h1, h2, p, a, li'))
      expect(one.getAttribute('style')).toBeTruthy()
    const layout = [...document.querySelectorAll('table')].filter(
      (table) => !table.querySelector('th, caption'),
    )
    for (const table of layout) expect(table.getAttribute('role')).toBe('presentation')
  })

  it('is in English and knows light and dark', () => {
    expect(document.documentElement.getAttribute('lang')).toBe('en')
    expect(document.querySelector('meta[name=color-scheme]')?.getAttribute('content')).toBe('light dark')
    expect(html).toContain('prefers-color-scheme:dark')
  })

  it('begins with a hidden preheader that says more than the subject', () => {
    const preheader = document.body.firstElementChild
    expect(preheader?.getAttribute('style')).toContain('display: none')
    const words = preheader?.textContent?.replace(/[\u034f\u200c\u00a0]/g, '').trim() ?? ''
    expect(words.length).toBeGreaterThan(10)
    expect(words).not.toBe(subject)
  })

  it('has one main button with a full link', () => {
    const buttons = [...document.querySelectorAll('td.m-accent > a')]
    expect(buttons).toHaveLength(1)
    expect(buttons[0]?.getAttribute('href')).toMatch(/^https:\/\/parley\.example\//)
    expect(buttons[0]?.parentElement?.getAttribute('bgcolor')).toBeTruthy()
  })

  it('says the same in both parts', () => {
    const inHtml = wordsOf(visibleText(document))
    const inText = wordsOf(text.replace(/https:\S+/g, ''))
    expect([...inHtml].filter((word) => !inText.has(word))).toEqual([])
    // "was" stands for what is struck out in HTML, and "new" for what is marked.
    expect([...inText].filter((word) => !inHtml.has(word) && !['was', 'new'].includes(word))).toEqual([])
  })

  it('has the same links in both parts, and a way to unsubscribe', () => {
    const inHtml = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '')
    const inText = text.match(/https:\S+/g) ?? []
    // As text, an address stands for itself.
    const addresses = [...new Set(text.match(/[\w.]+@parley\.example/g))].map(
      (address) => `mailto:${address}`,
    )
    expect(new Set([...inText, ...addresses])).toEqual(new Set(inHtml))
    expect(inHtml).toContain(unsubscribeHref)
  })
})

/** What a reader sees: without the preheader and the style sheet. */
function visibleText(document: Document): string {
  const body = document.body.cloneNode(true)
  body.firstChild?.remove()
  return textOf(body)
}

// Elements are apart from each other, unlike in `textContent`.
function textOf(node: Node): string {
  if (node.nodeType === 3) return node.textContent ?? ''
  return ` ${[...node.childNodes].map(textOf).join('')} `
}

function wordsOf(text: string): Set<string> {
  return new Set(
    text.toLowerCase().match(/[\p{L}\p{N}$#@%][\p{L}\p{N}.,$%'-]*[\p{L}\p{N}%]|[\p{L}\p{N}]/gu) ?? [],
  )
}
