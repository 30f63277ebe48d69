import { expect, it } from 'vitest'
import { Address } from '../../../src/ui/values/address.tsx'

it('a long address breaks before its parts, and reads the same', () => {
  const html = (of: string) => String(<Address of={of} />)
  expect(html('mara.lindqvist@trails.example')).toBe('<bdi>mara.lindqvist<wbr/>@trails.example</bdi>')
  expect(html('https://parley.example/influencers/16')).toBe(
    '<bdi>https://parley.example<wbr/>/influencers<wbr/>/16</bdi>',
  )
})
