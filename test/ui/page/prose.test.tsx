import { expect, it } from 'vitest'
import { Prose } from '../../../src/ui/page/prose.tsx'

it('links in prose name no source, and everything else is text', () => {
  const html = String(<Prose text={'(https://example.com/a?b&c)\n<b>bold</b> „https://example.com“'} />)
  expect(html).toContain(
    '(<a href="https://example.com/a?b&amp;c" rel="nofollow ugc noopener noreferrer">https://example.com/a?b&amp;c</a>)',
  )
  expect(html).toContain('&lt;b&gt;bold&lt;/b&gt; „<a ')
  expect(html).toContain('https://example.com</a>“')
})
