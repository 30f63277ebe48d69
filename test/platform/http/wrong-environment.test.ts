import { afterEach, expect, it, vi } from 'vitest'
import { app } from '../../../src/app.tsx'

const console_ = vi.spyOn(console, 'error').mockImplementation(() => undefined)
afterEach(() => console_.mockClear())

it.each(['/', '/healthz', '/nowhere'])(
  'answers %s with a plain 500 and logs what is missing',
  async (path) => {
    const response = await app.request(path, {}, { PUBLIC_URL: 'https://parley.example' })
    expect(response.status).toBe(500)
    expect(response.headers.get('Content-Type')).toMatch(/^text\/plain/)
    expect(await response.text()).toContain(response.headers.get('X-Request-Id'))
    expect(console_.mock.calls.join()).toContain('TURSO_DATABASE_URL')
  },
)

it('does not say in the response which binding is wrong', async () => {
  const response = await app.request(
    '/',
    {},
    { PUBLIC_URL: 'nonsense', TURSO_DATABASE_URL: 'http://db.test' },
  )
  expect(await response.text()).not.toContain('PUBLIC_URL')
  expect(console_.mock.calls.join()).toContain('PUBLIC_URL')
})
