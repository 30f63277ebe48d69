import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { facts, type MailBlock, quote } from '../../../../src/features/notifications/email/blocks.ts'
import { type Email, partsFor } from '../../../../src/features/notifications/email/email.ts'
import { renderEmail } from '../../../../src/features/notifications/email/render-email.tsx'

const reader = {
  name: 'Mara',
  timeZone: 'UTC',
  now: 0,
  publicUrl: 'https://parley.example',
  supportAddress: 'support@parley.example',
}
const emailWith = (blocks: readonly MailBlock[], more: Partial<Email> = {}): Email => ({
  title: 'A title',
  path: '/home',
  subject: null,
  preheader: null,
  action: { label: 'Open' },
  unsubscribeHref: null,
  blocks,
  ...more,
})
const rendered = (...blocks: MailBlock[]) => renderEmail(emailWith(blocks), reader)
const documentOf = (html: string) => parseHTML(html).document

describe('a table', () => {
  const columns = [
    { label: 'Campaign', align: 'start' },
    { label: 'Amount', align: 'end' },
  ] as const
  const cells = (path?: string) => [
    [path === undefined ? { text: 'Boots' } : { text: 'Boots', path }, { text: '$1,450.00' }],
    [{ text: 'Winter Layers' }, { text: '$9.00' }],
  ]

  it('is aligned in the text if it fits', () => {
    const { text } = rendered({ kind: 'table', columns, rows: cells() })
    expect(text).toContain('Campaign          Amount\nBoots          $1,450.00\nWinter Layers      $9.00')
  })

  it('is a line for each cell if it is too wide or has links', () => {
    const { text } = rendered({ kind: 'table', columns, rows: cells('/ad-requests/7') })
    expect(text).toContain(
      'Campaign: Boots\nAmount: $1,450.00\nhttps://parley.example/ad-requests/7\n\nCampaign: Winter',
    )
    const wide = rendered({ kind: 'table', columns, rows: [[{ text: 'x'.repeat(80) }, { text: '$1' }]] })
    expect(wide.text).toContain(`Campaign: ${'x'.repeat(80)}\nAmount: $1`)
  })

  it('has real headers, and links in its cells', () => {
    const { document } = parseHTML(rendered({ kind: 'table', columns, rows: cells('/ad-requests/7') }).html)
    expect([...document.querySelectorAll('th[scope=col]')].map((th) => th.textContent)).toEqual([
      'Campaign',
      'Amount',
    ])
    expect(document.querySelector('tbody a')?.getAttribute('href')).toBe(
      'https://parley.example/ad-requests/7',
    )
  })
})

describe('bars', () => {
  it('are cells as wide as their values, with the labels and figures beside them', () => {
    const items = [
      { label: 'Spring <launch>', value: 200, text: '$200' },
      { label: 'Summer', value: 50, text: '$50' },
      { label: 'Autumn', value: 0, text: '$0' },
    ]
    const document = documentOf(rendered({ kind: 'bars', caption: 'Agreed', items }).html)
    const labels = [...document.querySelectorAll('td[dir=auto]')].map(({ textContent }) => textContent)
    expect(labels).toEqual(['Spring <launch>', 'Summer', 'Autumn'])
    const bars = [...document.querySelectorAll('td.m-accent[height]')]
    expect(bars.map((bar) => bar.getAttribute('width'))).toEqual(['100%', '25%'])
    expect(document.body.textContent).toContain('$200')
  })

  const widths = (values: readonly number[]) => {
    const items = values.map((value) => ({ label: 'a', value, text: String(value) }))
    const document = documentOf(rendered({ kind: 'bars', caption: 'Requests', items }).html)
    return [...document.querySelectorAll('td.m-accent[height]')].map((bar) => bar.getAttribute('width'))
  }

  it('are as long as their value is large', () => {
    expect(widths([10, 5, 1])).toEqual(['100%', '50%', '10%'])
  })

  it('of nothing have no length', () => {
    expect(widths([0, 0])).toEqual([])
  })
})

describe('what people wrote', () => {
  it('has the direction of its language and is never markup', () => {
    const document = documentOf(rendered(...quote('<b>Dana</b>', 'نحب <script>alert(1)</script>')).html)
    expect(document.querySelector('p[dir=auto]')?.textContent).toContain('<script>alert(1)</script>')
    expect(document.querySelector('script, b')).toBeNull()
  })

  it('is quoted line by line in the text, and left out if empty', () => {
    expect(rendered(...quote('Dana', 'One\n\nTwo')).text).toContain('Dana wrote:\n> One\n>\n> Two')
    expect(quote('Dana', ' \n')).toEqual([])
  })
})

describe('facts', () => {
  it('show what has changed next to what it was', () => {
    const changed = facts([
      { label: 'Payment', value: '$2.00', was: '$1.00' },
      { label: 'Requirements', value: '', was: 'On a wet trail' },
      { label: 'Hashtags', value: '' },
    ])
    const { html, text } = rendered(changed)
    expect(text).toContain('Payment: $2.00 (was: $1.00)\nRequirements: none (was: On a wet trail)\n\nOpen:')
    expect(documentOf(html).querySelector('del')?.textContent).toBe('$1.00')
    expect(documentOf(html).querySelector('ins')?.textContent).toBe('$2.00')
  })

  it('with several lines mark only the lines that have changed', () => {
    const { html, text } = rendered(
      facts([{ label: 'Deliverables', value: '2 reels\n3 stories', was: '1 reel\n3 stories' }]),
    )
    expect(text).toContain('Deliverables:\n  2 reels (new)\n  3 stories\n  (was: 1 reel)')
    const document = documentOf(html)
    expect([...document.querySelectorAll('del')].map((one) => one.textContent)).toEqual(['1 reel'])
    expect([...document.querySelectorAll('ins')].map((one) => one.textContent)).toEqual(['2 reels'])
  })
})

describe('around the blocks', () => {
  it('a long subject is cut, and line breaks in it cannot start a header', () => {
    const { subject } = renderEmail(
      emailWith([], { title: `Boots\r\nBcc: x@y.z ${'x'.repeat(200)}` }),
      reader,
    )
    expect(subject).toHaveLength(120)
    expect(subject).toMatch(/^Boots Bcc: x@y.z x+…$/)
  })

  it('the preheader is the first paragraph unless it says something else', () => {
    const blocks: MailBlock[] = [
      { kind: 'heading', text: 'Heading' },
      { kind: 'paragraph', text: 'First.' },
      { kind: 'paragraph', text: 'Second.' },
    ]
    expect(partsFor(reader, emailWith(blocks)).preheader).toBe('First.')
    expect(partsFor(reader, emailWith(blocks, { preheader: 'Other.' })).preheader).toBe('Other.')
  })

  it('the footer names the time zone only if there are times, and a way to unsubscribe only if there is one', () => {
    const moment: MailBlock = { kind: 'paragraph', text: [{ moment: 0, style: 'date-time' }] }
    expect(rendered().text).not.toContain('time zone')
    expect(rendered(moment).text).toContain('Times are in your time zone, UTC.')
    expect(rendered().text).not.toContain('Stop these e-mails')
    const stop = renderEmail(
      emailWith([], { unsubscribeHref: 'https://parley.example/unsubscribe/t' }),
      reader,
    )
    expect(stop.text).toContain('Stop these e-mails: https://parley.example/unsubscribe/t')
  })
})
