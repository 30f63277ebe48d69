import { afterEach, describe, expect, it } from 'vitest'
import { type App, startApp } from '../../support/app.ts'
import { securityHeaders, securityHeadersOf } from './security-headers.ts'

let app: App
afterEach(() => app.close())

describe('a binding that is missing or wrong', () => {
  it.each([
    ['no database', { TURSO_DATABASE_URL: '' }, 'TURSO_DATABASE_URL is missing or wrong'],
    ['an invalid public URL', { PUBLIC_URL: 'secret-value' }, 'PUBLIC_URL is missing or wrong'],
    [
      'only one of the two cache settings',
      { UPSTASH_REDIS_REST_URL: 'http://127.0.0.1:1' },
      'UPSTASH_REDIS_REST_TOKEN go together',
    ],
  ])(
    'is named in the log, and every page is a plain 500 with security headers: %s',
    async (_, vars, problem) => {
      app = await startApp(vars)
      for (const path of ['/', '/healthz', '/sign-in', '/missing']) {
        const response = await fetch(app.url + path)
        expect(response.status).toBe(500)
        expect(response.headers.get('Content-Type')).toMatch(/^text\/plain/)
        expect(securityHeadersOf(response)).toEqual(securityHeaders)
        expect(response.headers.get('Cache-Control')).toBe('private, no-store')
        const text = await response.text()
        const requestId = response.headers.get('X-Request-Id') ?? 'none'
        expect(text).toContain(requestId)
        const logged = app.errors.pop()
        expect(logged).toContain(problem)
        expect(logged).toContain(requestId)
        expect(text + logged).not.toContain('secret-value')
      }
    },
  )
})

describe('a cookie with a malformed %', () => {
  it.each(['x=100%', 'parley_session=%', 'parley_flash=%E0%A4%A', 'parley_session=%zz; x=%'])(
    '%s',
    async (cookie) => {
      app = await startApp()
      for (const path of ['/', '/sign-in', '/influencers']) {
        expect((await fetch(app.url + path, { headers: { Cookie: cookie } })).status).toBe(200)
      }
      expect(
        (await fetch(`${app.url}/home`, { headers: { Cookie: cookie }, redirect: 'manual' })).status,
      ).toBe(303)
    },
  )
})
