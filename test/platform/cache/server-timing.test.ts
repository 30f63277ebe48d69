import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseEnv } from '../../../src/env.ts'
import { type App, startApp } from '../../support/app.ts'
import { makePerson } from '../../support/people.ts'

let app: App

beforeAll(async () => {
  app = await startApp({}, { cached: true })
})
afterAll(() => app.close())

const timing = async (path: string, init: RequestInit = {}, visitor = app.visitor()) => {
  const answer = await visitor.send(path, init)
  await answer.arrayBuffer()
  return answer.headers.get('Server-Timing')
}

describe('Server-Timing', () => {
  it.each(['/', '/sign-in', '/influencers', '/nothing-here', '/home'])('is on %s', async (path) => {
    expect(await timing(path)).toMatch(/^cache;desc=(hit|miss|bypass), db;dur=\d+\.\d$/)
  })

  it('says how long the page waited for the database', async () => {
    const { browser } = await makePerson(app, 'sponsor')
    const milliseconds = Number(/dur=(.+)$/.exec((await timing('/home', {}, browser)) ?? '')?.[1])
    expect(milliseconds).toBeGreaterThan(0)
    expect(await timing('/sign-in')).toBe('cache;desc=bypass, db;dur=0.0')
  })

  it('is not on the answer to a form, because it would reveal who has an account', async () => {
    const body = new URLSearchParams({ name: 'nobody', password: 'x' })
    expect(await timing('/sign-in', { method: 'POST', body })).toBeNull()
  })
})

describe('the environment variables of the cache', () => {
  const usual = { PUBLIC_URL: 'http://parley.test', TURSO_DATABASE_URL: 'http://127.0.0.1:1' }
  const UPSTASH_REDIS_REST_URL = 'http://127.0.0.1:2'
  const UPSTASH_REDIS_REST_TOKEN = 'x'

  it('must be set together', () => {
    expect(parseEnv(usual).UPSTASH_REDIS_REST_URL).toBeUndefined()
    const both = { ...usual, UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN }
    expect(parseEnv(both)).toMatchObject({ UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN })
    for (const one of [{ UPSTASH_REDIS_REST_URL }, { UPSTASH_REDIS_REST_TOKEN }])
      expect(() => parseEnv({ ...usual, ...one })).toThrow('go together')
  })
})
