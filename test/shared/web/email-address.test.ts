import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emailOrName, readEmail } from '../../../src/shared/web/email-address.ts'

/** The address in its stored form, or why it is none. */
function read(text: string): string {
  const email = readEmail(text)
  return email.ok ? email.value : email.refusal
}

describe('an e-mail address', () => {
  it.each([
    ['mara@example.com', 'mara@example.com'],
    ['Mara@Example.COM', 'mara@example.com'],
    ['m&m@example.com', 'm&m@example.com'],
    ['mara+parley@example.com', 'mara+parley@example.com'],
    ["o'neil@example.com", "o'neil@example.com"],
    ['a!#$%*/=?^_`{|}~-b@example.com', 'a!#$%*/=?^_`{|}~-b@example.com'],
    ['mara@bücher.example', 'mara@xn--bcher-kva.example'],
    ['mara@BÜCHER.example', 'mara@xn--bcher-kva.example'],
    ['mara@xn--bcher-kva.example', 'mara@xn--bcher-kva.example'],
    ['mara@例え.jp', 'mara@xn--r8jz45g.jp'],
    ['mara@mail.example.co.uk', 'mara@mail.example.co.uk'],
    ['\u200bmara@exam\u00adple.com\u00a0', 'mara@example.com'],
    ['\u202amara@example.com\u202c', 'mara@example.com'],
    ['ｍａｒａ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'mara@example.com'],
    ['mailto:mara@example.com', 'mara@example.com'],
    ['<mara@example.com>', 'mara@example.com'],
  ])('%j is %j', (typed, stored) => {
    expect(read(typed)).toBe(stored)
  })

  it.each([
    ['jürgen@example.com', 'letters'],
    ['用户@例え.jp', 'letters'],
    ['', 'no_address'],
    ['mara', 'no_address'],
    ['@example.com', 'no_address'],
    ['mara@', 'no_address'],
    ['mara@example', 'no_address'],
    ['mara@localhost', 'no_address'],
    ['mara@127.0.0.1', 'no_address'],
    ['mara@[127.0.0.1]', 'no_address'],
    ['mara@@example.com', 'no_address'],
    ['ma ra@example.com', 'no_address'],
    ['mara@exam ple.com', 'no_address'],
    ['mara@example.com, nils@example.com', 'no_address'],
    ['Mara <mara@example.com>', 'no_address'],
    ['.mara@example.com', 'no_address'],
    ['ma..ra@example.com', 'no_address'],
    ['mara.@example.com', 'no_address'],
    ['mara@example..com', 'no_address'],
    ['mara@-example.com', 'no_address'],
    ['mara@example.com/path', 'no_address'],
    ['mara@example.com:25', 'no_address'],
    ['"mara"@example.com', 'no_address'],
    ['mara(comment)@example.com', 'no_address'],
    ['mara@example.com\r\nBcc: nils@example.com', 'no_address'],
    [`${'m'.repeat(65)}@example.com`, 'no_address'],
    [`mara@${'a.'.repeat(130)}com`, 'no_address'],
  ])('%j is refused: %s', (typed, why) => {
    expect(read(typed)).toBe(why)
  })

  it('has one form, in ASCII, whatever its case', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string()), (text) => {
        const email = readEmail(text)
        if (!email.ok) return
        expect(email.value).toMatch(/^[!-~]+@[!-~]+$/)
        expect(read(email.value)).toBe(email.value)
        expect(read(text.toUpperCase())).toBe(email.value)
      }),
      { numRuns: 2_000 },
    )
  })

  it('is looked up in the same form, and so is a username', () => {
    expect(emailOrName(' Mara@BÜCHER.example')).toBe('mara@xn--bcher-kva.example')
    expect(emailOrName('\u200bMara.Outside ')).toBe('mara.outside')
  })
})
