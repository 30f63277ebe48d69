import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isolated, isolatedLines } from '../../../src/shared/text/direction.ts'
import { isolateHtml } from '../../../src/shared/text/isolate-html.ts'

const saar = 'סער כהן'
const mariam = 'مريم'

describe('words from right to left', () => {
  it.each([
    [`${saar}, $8,000.00`, `\u2068${saar}\u2069, $8,000.00`],
    [`Offer to ${mariam}: $5`, `Offer to \u2068${mariam}\u2069: $5`],
    [`${saar} × ${mariam}`, `\u2068${saar}\u2069 × \u2068${mariam}\u2069`],
    [`${saar}, ${mariam}`, `\u2068${saar}\u2069, \u2068${mariam}\u2069`],
    ['צה"ל 24', '\u2068צה"ל\u2069 24'],
    ['می‌خواهم.', '\u2068می‌خواهم\u2069.'],
    ['Mara, $8,000.00', 'Mara, $8,000.00'],
    ['小林, $5', '小林, $5'],
  ])('are isolated: %j', (text, isolates) => {
    expect(isolated(text)).toBe(isolates)
  })

  it('are left alone in a quotation', () => {
    expect(isolatedLines(`${saar} wrote:\n> ${saar}, $5\n`)).toBe(
      `\u2068${saar}\u2069 wrote:\n> ${saar}, $5\n`,
    )
  })
})

describe('a page', () => {
  it.each([
    ['a text', `<p>${saar}, $8,000.00</p>`, `<p><bdi>${saar}</bdi>, $8,000.00</p>`],
    ['a link', `<a href="/x">${mariam}</a>`, `<a href="/x"><bdi>${mariam}</bdi></a>`],
    ['escaped quotation marks', '<b>צה&quot;ל</b>', '<b><bdi>צה&quot;ל</bdi></b>'],
    ['its title', `<title>${saar} · $5</title>`, `<title>\u2068${saar}\u2069 · $5</title>`],
    [
      'an option',
      `<option value="${saar}">${saar} $5</option>`,
      `<option value="${saar}">\u2068${saar}\u2069 $5</option>`,
    ],
    [
      'a chart',
      `<svg><g><text>${saar}</text></g></svg>`,
      `<svg><g><text>\u2068${saar}\u2069</text></g></svg>`,
    ],
    [
      'a label',
      `<a aria-label="Invite ${saar}" href="/${saar}">x</a>`,
      `<a aria-label="Invite \u2068${saar}\u2069" href="/${saar}">x</a>`,
    ],
    [
      'a text behind an element of its own direction',
      `<p dir="auto">${saar}<br>${saar}</p>${saar}`,
      `<p dir="auto">${saar}<br>${saar}</p><bdi>${saar}</bdi>`,
    ],
    [
      'nested elements of its own direction',
      `<div dir="auto"><div>${saar}</div>${saar}</div>${saar}`,
      `<div dir="auto"><div>${saar}</div>${saar}</div><bdi>${saar}</bdi>`,
    ],
    [
      'fields, scripts and comments',
      `<input value="${saar}" dir="auto"><textarea>${saar}</textarea><script>"${saar}"</script><!-- ${saar} -->`,
      null,
    ],
    ['a name that is isolated already', `<bdi>${saar}</bdi>`, null],
    [
      'a page in one direction',
      `<html dir="ltr"><p>${saar}</p></html>`,
      `<html dir="ltr"><p><bdi>${saar}</bdi></p></html>`,
    ],
  ])('isolates %s', (_, html, isolates) => {
    expect(isolateHtml(html)).toBe(isolates ?? html)
  })

  it('changes nothing else', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<p dir="auto">',
      '<b title="סער $5">',
      '</b>',
      '<br>',
      'סער',
      ' ',
      ', ',
      'a &quot; b',
      '$5',
      '<option>',
      '</option>',
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const html = pieces.join('')
        const once = isolateHtml(html)
        expect(once.replace(/<\/?bdi>|[\u2068\u2069]/g, '')).toBe(html)
      }),
    )
  })
})
