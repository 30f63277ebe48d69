import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkedParts } from '../../../src/shared/web/links.ts'

/** The addresses that are found, as they stand in the text. */
function found(text: string): string[] {
  return linkedParts(text).flatMap((part) => (part.href === null ? [] : [part.text]))
}

describe('a link in a text', () => {
  it.each([
    ['See (https://example.com/a).', 'https://example.com/a'],
    ['[https://example.com/a]', 'https://example.com/a'],
    ['{https://example.com/a}', 'https://example.com/a'],
    ['(https://example.com/a', 'https://example.com/a'],
    ['https://en.wikipedia.org/wiki/Rust_(language)', 'https://en.wikipedia.org/wiki/Rust_(language)'],
    ['(see https://en.wikipedia.org/wiki/Rust_(language)).', 'https://en.wikipedia.org/wiki/Rust_(language)'],
    ['https://example.com/a?b=[1]&c=(2)', 'https://example.com/a?b=[1]&c=(2)'],
    ['„https://example.com/a“', 'https://example.com/a'],
    ['“https://example.com/a”', 'https://example.com/a'],
    ['«https://example.com/a»', 'https://example.com/a'],
    ['‹https://example.com/a›', 'https://example.com/a'],
    ['"https://example.com/a"', 'https://example.com/a'],
    ["'https://example.com/a'", 'https://example.com/a'],
    ['「https://example.com/a」です', 'https://example.com/a'],
    ['『https://example.com/a』', 'https://example.com/a'],
    ['（https://example.com/a）', 'https://example.com/a'],
    ['https://example.com/a，然后', 'https://example.com/a'],
    ['https://example.com/a。次', 'https://example.com/a'],
    ['https://example.com/a、b', 'https://example.com/a'],
    ['https://example.com/a；b', 'https://example.com/a'],
    ['https://example.com/a！', 'https://example.com/a'],
    ['https://example.com/a.', 'https://example.com/a'],
    ['https://example.com/a, then', 'https://example.com/a'],
    ['https://example.com/a…', 'https://example.com/a'],
    ['https://example.com/a?!', 'https://example.com/a'],
    ['https://example.com/a: b', 'https://example.com/a'],
    ['https://example.com/a<b>', 'https://example.com/a'],
    ['**https://example.com/a**', 'https://example.com/a'],
    ['https://example.com/a\u200bb', 'https://example.com/a'],
    ['https://example.com/a\nhttps', 'https://example.com/a'],
    ['HTTPS://EXAMPLE.COM/A', 'HTTPS://EXAMPLE.COM/A'],
    ['https://bücher.example/ä', 'https://bücher.example/ä'],
    ['https://例え.jp/見本 x', 'https://例え.jp/見本'],
    ['https://www.youtube.com/@mara', 'https://www.youtube.com/@mara'],
    ['Write to m&m@example.com.', 'm&m@example.com'],
    ['<mara@bücher.example>', 'mara@bücher.example'],
  ])('%j: %j', (text, address) => {
    expect(found(text)).toEqual([address])
  })

  it.each([
    'no link',
    'example.com',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.com/a',
    '//example.com/a',
    'https://',
    'https://mara:secret@example.com/',
    'https://mara@example.com/',
    'https://mara.example:secret@example.com/',
    'http://localhost:8787/',
    'http://127.0.0.1/',
    '@mara #ad',
  ])('%j has none', (text) => {
    expect(found(text).filter((address) => !address.includes('@'))).toEqual([])
  })

  it('leads to the encoded address', () => {
    expect(linkedParts('a https://bücher.example/ä b')).toEqual([
      { text: 'a ', href: null },
      { text: 'https://bücher.example/ä', href: 'https://xn--bcher-kva.example/%C3%A4' },
      { text: ' b', href: null },
    ])
    expect(linkedParts('mara@bücher.example')[0]?.href).toMatch(/^mailto:mara@/)
  })

  it('changes no letter of the text, and leads only to the web or a mailbox', () => {
    const nearly = fc.string({
      unit: fc.constantFrom(
        'https://',
        'a.example',
        '/',
        '(',
        ')',
        '“',
        '。',
        '@',
        ':',
        ' ',
        '*',
        '\u200b',
        '?',
        'ü',
        'mailto:',
      ),
    })
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string()), (text) => {
        const parts = linkedParts(text)
        expect(parts.map((part) => part.text).join('')).toBe(text)
        for (const { href } of parts) if (href !== null) expect(href).toMatch(/^(?:https?:\/\/|mailto:)/)
      }),
      { numRuns: 2_000 },
    )
  })
})
