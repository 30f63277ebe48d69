import fc from 'fast-check'
import { expect, it } from 'vitest'
import { attachment } from '../../src/shared/attachment.ts'

it('gives the name in UTF-8, and in ASCII for old browsers', () => {
  expect(attachment('Été 2026.csv')).toBe(
    `attachment; filename="Ete 2026.csv"; filename*=UTF-8''%C3%89t%C3%A9%202026.csv`,
  )
})

it('leaves no way out of the folder, the quotes or the header', () => {
  expect(attachment('../../etc/passwd')).toContain('filename="-..-etc-passwd"')
  expect(attachment('a"; x="\r\nSet-Cookie: a=b.csv')).toContain('filename="a-; x=-Set-Cookie- a=b.csv"')
  expect(attachment('\u202Efdp.csv')).toContain('filename="-fdp.csv"')
  expect(attachment('...')).toContain('filename="download"')
})

it('is a header that a response can have, whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const header = attachment(name)
      expect(header).toMatch(/^attachment; filename="[^"\\]+"; filename\*=UTF-8''[\w.~%!#$&+^`|-]+$/)
      new Headers({ 'Content-Disposition': header })
    }),
  )
})
