import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { AppEnv } from '../../../src/platform/http/context.ts'
import { withoutTrailingSlash } from '../../../src/platform/http/middleware/trailing-slash.ts'

const app = new Hono<AppEnv>().use(withoutTrailingSlash).all('*', (c) => c.text('reached'))

async function location(path: string, method = 'GET'): Promise<string | null> {
  const response = await app.fetch(new Request(`https://parley.test${path}`, { method }))
  return response.status === 301 ? response.headers.get('Location') : null
}

describe('a trailing slash', () => {
  it.each([
    ['/campaigns/', '/campaigns'],
    ['/campaigns///', '/campaigns'],
    ['/campaigns/7/edit/', '/campaigns/7/edit'],
    ['/campaigns/?query=a%2Fb&sort=newest', '/campaigns?query=a%2Fb&sort=newest'],
    ['/campaigns/?next=/home/', '/campaigns?next=/home/'],
    ['//example.com/', '/example.com'],
    ['///example.com//', '/example.com'],
    ['/\\example.com/', '/example.com'],
    ['//', '/'],
    ['/%2F%2Fexample.com/', '/%2F%2Fexample.com'],
  ])('%s redirects to %s', async (path, to) => {
    expect(await location(path)).toBe(to)
    expect(await location(path, 'HEAD')).toBe(to)
    expect(new URL(to, 'https://parley.test').origin).toBe('https://parley.test')
  })

  it.each(['/', '/?a=/', '/campaigns', '/Campaigns', '/campaigns?next=/', '//example.com'])(
    '%s stays',
    async (path) => {
      expect(await location(path)).toBeNull()
    },
  )

  it('is left alone where something is sent', async () => {
    expect(await location('/campaigns/', 'POST')).toBeNull()
    expect(await location('/campaigns/', 'DELETE')).toBeNull()
  })
})
