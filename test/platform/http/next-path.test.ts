import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localPath } from '../../../src/platform/http/next-path.ts'

const site = 'https://parley.example'

describe('where to go after signing in', () => {
  it.each([
    '/',
    '/home',
    '/ad-requests/7?answer=offer#answer',
    '/campaigns?category=outdoors&after=3_4',
    '/a%20b',
  ])('%s is a local path', (path) => {
    expect(localPath(path)).toBe(path)
  })

  it.each([
    undefined,
    '',
    'home',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '/.//evil.example',
    '/..//evil.example',
    '/%2e//evil.example',
    '/%2E%2e//evil.example',
    '/a/..//evil.example',
    '/a/../\\evil.example',
    '/./\\evil.example',
    '/home\r\nSet-Cookie: a=b',
    '/home\0',
    '/hömé',
    `/${'a'.repeat(2_000)}`,
  ])('%j is not a local path', (next) => {
    expect(localPath(next)).toBeNull()
  })

  it('never leads to another site', () => {
    const pieces = [
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '%2f',
      '%5c',
      '@',
      ':',
      '?',
      '#',
      '\t',
      '\n',
      'evil.example',
      'https:',
    ]
    const nasty = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(
        nasty.map((parts) => `/${parts.join('')}`),
        (next) => {
          const path = localPath(next)
          if (path === null) return
          expect(new URL(path, site).origin).toBe(site)
          expect(path).toMatch(/^\/(?![/\\])/)
          // A checked path passes unchanged when it is checked again.
          expect(localPath(path)).toBe(path)
        },
      ),
      { numRuns: 20_000 },
    )
  })
})
