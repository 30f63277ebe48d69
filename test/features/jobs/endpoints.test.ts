import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EnvError, parseEnv } from '../../../src/env.ts'
import { type App, startApp } from '../../support/app.ts'
import { clockVars, localClockVars, postJob, runJobAt, signatureOf, signingKeys } from './signed-post.ts'

let app: App
beforeAll(async () => {
  app = await startApp(clockVars)
})
afterAll(() => app.close())

const path = '/jobs/sweep'
const url = `http://parley.test${path}`

async function statusOf(response: Promise<Response>): Promise<number> {
  const { status, body } = await response
  await body?.cancel()
  return status
}

describe('a job', () => {
  it.each([
    ['the current key', signingKeys.current],
    ['the next key', signingKeys.next],
  ])('runs if it is signed with %s', async (_, key) => {
    const response = await postJob(app.url, path, { key })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ failed: 0, cursor: null })
  })

  it('leaves a row for each run', async () => {
    await app.db.execute('delete from job_runs')
    await statusOf(postJob(app.url, path, { body: JSON.stringify({ at: 1_760_000_000_000, cursor: '3' }) }))
    const { rows } = await app.db.execute('select * from job_runs')
    expect(rows).toMatchObject([
      { job: 'sweep', at: 1_760_000_000_000, cursor: '3', handled: 0, failed: 0, next: null, error: null },
    ])
    expect(Number(rows[0]?.took)).toBeGreaterThanOrEqual(0)
  })

  const hour = 3600
  const now = Date.now() / 1000
  it.each<[string, () => Promise<Response>]>([
    ['without a signature', () => fetch(app.url + path, { method: 'POST' })],
    [
      'with a GET',
      () => fetch(app.url + path, { headers: { 'Upstash-Signature': signatureOf({ url, body: '' }) } }),
    ],
    ['signed with another key', () => postJob(app.url, path, { key: 'sig_old' })],
    ['signed an hour ago', () => postJob(app.url, path, { issuedAt: now - hour })],
    ['signed for an hour from now', () => postJob(app.url, path, { issuedAt: now + hour })],
    ['signed for another path', () => postJob(app.url, path, { url: 'http://parley.test/jobs/deliver' })],
    ['signed for another host', () => postJob(app.url, path, { url: `http://evil.test${path}` })],
    [
      'signed for another body',
      () =>
        fetch(app.url + path, {
          method: 'POST',
          body: '{"at":1}',
          headers: { 'Upstash-Signature': signatureOf({ url, body: '{"at":2}' }) },
        }),
    ],
    [
      'with a signature cut short',
      () => postJob(app.url, path, { headers: { 'Upstash-Signature': 'eyJ.eyJ.x' } }),
    ],
    ['that does not exist, without a signature', () => fetch(`${app.url}/jobs/nothing`, { method: 'POST' })],
  ])('%s is a 401 and does not run', async (_, send) => {
    await app.db.execute('delete from job_runs')
    expect(await statusOf(send())).toBe(401)
    expect((await app.db.execute('select 1 from job_runs')).rows).toEqual([])
  })

  it('that does not exist is a 404 for QStash', async () => {
    expect(await statusOf(postJob(app.url, '/jobs/nothing'))).toBe(404)
  })

  it.each(['{', '[]', '{"at":"soon"}', '{"cursor":5}'])(
    'with the body %s is not tried again',
    async (body) => {
      const response = await postJob(app.url, path, { body })
      expect(response.status).toBe(489)
      expect(response.headers.get('Upstash-NonRetryable-Error')).toBe('true')
      await response.body?.cancel()
    },
  )

  it('ignores what a caller says about the time, unless the site runs on this machine', async () => {
    await app.db.execute('delete from job_runs')
    await statusOf(postJob(app.url, path, { headers: { 'Parley-Now': '1000' } }))
    const { rows } = await app.db.execute('select at from job_runs')
    expect(Number(rows[0]?.at)).toBeGreaterThan(1_760_000_000_000)

    await runJobAt(await app.another(localClockVars), path, 1000)
    expect((await app.db.execute('select at from job_runs order by id desc')).rows[0]).toMatchObject({
      at: 1000,
    })
  })
})

describe('without QStash', () => {
  it('nobody can run a job', async () => {
    const site = await app.another()
    expect(await statusOf(postJob(site, path))).toBe(401)
    expect(await statusOf(postJob(site, path, { key: '' }))).toBe(401)
  })
})

describe('the environment', () => {
  const fine = {
    PUBLIC_URL: 'https://parley.example',
    APP_SECRET: 'a secret of 32 characters or more',
    TURSO_DATABASE_URL: 'libsql://db.example',
    ...clockVars,
  }

  it.each([
    ['the development keys of QStash are on', { QSTASH_DEV: '1' }, 'QSTASH_DEV'],
    ['a signing key is missing', { QSTASH_NEXT_SIGNING_KEY: undefined }, 'go together'],
    ['a public site believes what callers say about the time', { LOCAL_CLOCK: 'yes' }, 'LOCAL_CLOCK'],
  ])('is refused if %s', (_, vars, message) => {
    expect(() => parseEnv({ ...fine, ...vars })).toThrow(EnvError)
    expect(() => parseEnv({ ...fine, ...vars })).toThrow(message)
  })

  it('is fine otherwise', () => {
    expect(parseEnv({ ...fine, QSTASH_URL: undefined }).QSTASH_URL).toBe('https://qstash.upstash.io')
  })
})
