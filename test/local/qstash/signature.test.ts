import { Receiver } from '@upstash/qstash'
import { describe, expect, it } from 'vitest'
import { day, useStandIn } from './stand-in.ts'

const SHA256_OF_X = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881'

const world = useStandIn()

async function delivered(body: string) {
  await world.client.publish({ url: `${world.target}/jobs/deliver?x=1`, body })
  await world.wait(0)
  const request = world.received.at(-1)
  return { signature: request?.headers.get('upstash-signature') ?? '', body: request?.body ?? '' }
}

describe('signatures', () => {
  it('pass the receiver with URL and body', async () => {
    const { signature, body } = await delivered('{"a":"ü"}')
    const url = `${world.target}/jobs/deliver?x=1`
    await expect(world.receiver.verify({ signature, body, url })).resolves.toBe(true)
    await expect(world.receiver.verify({ signature, body: `${body} `, url })).rejects.toThrow('body hash')
    await expect(world.receiver.verify({ signature, body, url: `${url}2` })).rejects.toThrow('subject')
  })

  it('pass with an empty body', async () => {
    const { signature } = await delivered('')
    await expect(world.receiver.verify({ signature, body: '' })).resolves.toBe(true)
  })

  it('hold what QStash puts into them', async () => {
    const { signature } = await delivered('x')
    const claims = JSON.parse(Buffer.from(signature.split('.')[1] ?? '', 'base64url').toString())
    expect(claims).toEqual({
      iss: 'Upstash',
      sub: `${world.target}/jobs/deliver?x=1`,
      iat: expect.any(Number),
      nbf: claims.iat,
      exp: claims.iat + 300,
      jti: expect.stringMatching(/^jwt_/),
      body: Buffer.from(SHA256_OF_X, 'hex').toString('base64url'),
    })
  })

  it('use the real time, even if the clock was moved', async () => {
    await world.qstash.moveTo(world.now + 30 * day)
    const { signature, body } = await delivered('x')
    await expect(world.receiver.verify({ signature, body })).resolves.toBe(true)
  })

  it('still pass after one rotation of the keys, by the next key, but not after two', async () => {
    const { receiver, qstash } = world
    const rotate = async () => {
      const headers = { Authorization: 'Bearer local' }
      return (await fetch(`${qstash.url}/v2/keys/rotate`, { method: 'POST', headers })).json()
    }
    const before = await (
      await fetch(`${qstash.url}/v2/keys`, { headers: { Authorization: 'Bearer local' } })
    ).json()
    expect(before).toEqual({ current: qstash.currentSigningKey, next: qstash.nextSigningKey })

    const after = await rotate()
    expect(after).toEqual({ current: before.next, next: expect.stringMatching(/^sig_/) })
    await expect(receiver.verify(await delivered('1'))).resolves.toBe(true)

    await rotate()
    await expect(receiver.verify(await delivered('2'))).rejects.toThrow('signature')
    const updated = new Receiver({
      currentSigningKey: after.next,
      nextSigningKey: 'sig_none',
      devMode: false,
    })
    await expect(updated.verify(await delivered('3'))).resolves.toBe(true)
  })
})
