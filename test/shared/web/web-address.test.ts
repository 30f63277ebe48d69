import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWebAddress } from '../../../src/shared/web/web-address.ts'

/** The address in its stored form, or why it is none. */
function read(text: string): string {
  const address = readWebAddress(text)
  return address.ok ? address.value : address.refusal
}

describe('a web address', () => {
  it.each([
    ['https://example.com', 'https://example.com'],
    ['https://example.com/', 'https://example.com'],
    ['http://example.com/a?b=c#d', 'http://example.com/a?b=c#d'],
    ['example.com', 'https://example.com'],
    ['www.example.com/mara', 'https://www.example.com/mara'],
    ['//example.com/mara', 'https://example.com/mara'],
    ['example.com:8443/mara', 'https://example.com:8443/mara'],
    ['HTTPS://EXAMPLE.com/Mara', 'https://example.com/Mara'],
    ['https:example.com', 'https://example.com'],
    ['https:/example.com', 'https://example.com'],
    ['  https://example.com/ma\nra  ', 'https://example.com/mara'],
    ['\u200bhttps://example.com\ufeff', 'https://example.com'],
    ['\u2068https://exam\u00adple.com\u2069', 'https://example.com'],
    ['<https://example.com>', 'https://example.com'],
    ['“example.com”', 'https://example.com'],
    ['bücher.example', 'https://xn--bcher-kva.example'],
    ['https://例え.jp/見本', 'https://xn--r8jz45g.jp/%E8%A6%8B%E6%9C%AC'],
    ['https://ｅｘａｍｐｌｅ．ｃｏｍ', 'https://example.com'],
    ['https://www.youtube.com/@mara', 'https://www.youtube.com/@mara'],
    ['https://example.com/https://other.example', 'https://example.com/https://other.example'],
    ['https://example.com./a', 'https://example.com./a'],
    ['https://example.com\\@other.example', 'https://example.com/@other.example'],
  ])('%j is %j', (typed, stored) => {
    expect(read(typed)).toBe(stored)
  })

  it.each([
    ['https://https://example.com', 'twice'],
    ['http://https://example.com', 'twice'],
    ['https://http//example.com', 'twice'],
    ['https:////example.com', 'twice'],
    ['javascript:alert(1)', 'scheme'],
    ['java\nscript:alert(1)', 'scheme'],
    ['data:text/html,x', 'scheme'],
    ['ftp://example.com', 'scheme'],
    ['mailto:mara@example.com', 'scheme'],
    ['https://javascript:alert(1)', 'scheme'],
    ['https://mara:secret@example.com', 'credentials'],
    ['https://mara@example.com', 'credentials'],
    ['mara:secret@example.com', 'credentials'],
    ['', 'no_address'],
    ['https://', 'no_address'],
    ['mara', 'no_address'],
    ['@mara', 'no_address'],
    ['http//example.com', 'twice'],
    ['localhost:3000', 'no_address'],
    ['http://127.0.0.1/', 'no_address'],
    ['http://2130706433/', 'no_address'],
    ['http://[::1]/', 'no_address'],
    ['https://example', 'no_address'],
    ['https://exam ple.com', 'no_address'],
    ['https://example.com and more', 'no_address'],
    ['https://exa<b>mple.com', 'no_address'],
    ['https://-example.com', 'no_address'],
  ])('%j is refused: %s', (typed, why) => {
    expect(read(typed)).toBe(why)
  })

  it('is the same when it is read again, and always http or https without credentials', () => {
    const nearly = fc.string({
      unit: fc.constantFrom(
        'https:',
        'http',
        '/',
        '//',
        '.',
        'a',
        'com',
        '@',
        ':',
        '?',
        '#',
        ' ',
        'ü',
        '\u200b',
        '%',
        '\\',
      ),
    })
    fc.assert(
      fc.property(fc.oneof(nearly, fc.webUrl(), fc.string()), (text) => {
        const address = readWebAddress(text)
        if (!address.ok) return
        const url = new URL(address.value)
        expect(['http:', 'https:']).toContain(url.protocol)
        expect(url.username + url.password).toBe('')
        expect(read(address.value)).toBe(address.value)
      }),
      { numRuns: 2_000 },
    )
  })
})
