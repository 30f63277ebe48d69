import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { startMail } from '../../../local/mail/server.ts'
import { startRedis } from '../../../local/redis/server.ts'
import { localOnly } from '../../../local/servers/local-only.ts'

const app = new Hono().use(localOnly).all('*', (c) => c.text('in'))

const status = async (headers: Record<string, string>, method = 'GET') =>
  (await app.request('http://localhost:8790/', { method, headers: { Host: 'localhost:8790', ...headers } }))
    .status

describe('a local server', () => {
  it.each([
    ['a program on this machine', {}],
    ['a program that uses the IP address', { Host: '127.0.0.1:8790' }],
    ['its own page', { 'Sec-Fetch-Site': 'same-origin', Origin: 'http://localhost:8790' }],
    ['a typed address', { 'Sec-Fetch-Site': 'none' }],
    ['a link on another site', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'document' }],
  ])('answers %s', async (_, headers) => {
    expect(await status(headers)).toBe(200)
  })

  it.each([
    ['another host name that resolves to this machine', { Host: 'rebound.example:8790' }],
    ['a script of another site', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'empty' }],
    ['an image of another site', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Dest': 'image' }],
    ['another local server', { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Dest': 'empty' }],
    ['a browser that only sends the origin', { Origin: 'https://evil.example' }],
    ['a page without an origin', { Origin: 'null' }],
  ])('refuses %s', async (_, headers) => {
    expect(await status(headers)).toBe(403)
  })

  it('refuses a form of another site', async () => {
    const headers = {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Dest': 'document',
      Origin: 'https://evil.example',
    }
    expect(await status(headers, 'POST')).toBe(403)
  })
})

it('the inbox and the cache are protected like this', async () => {
  const mail = await startMail()
  const redis = await startRedis({ redisUrl: 'memory:', token: 'secret' })
  const evil = { Origin: 'https://evil.example' }
  try {
    expect((await fetch(`${mail.url}/messages.json`, { headers: evil })).status).toBe(403)
    expect((await fetch(`${mail.url}/messages/deletion`, { method: 'POST', headers: evil })).status).toBe(403)
    const authorized = { ...evil, Authorization: 'Bearer secret' }
    expect((await fetch(`${redis.url}/get/k`, { headers: authorized })).status).toBe(403)
  } finally {
    await mail.close()
    await redis.close()
  }
})
