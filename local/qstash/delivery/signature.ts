import { createHash, createHmac, randomUUID } from 'node:crypto'

const LIFETIME = 300

interface Signed {
  readonly url: string
  readonly body: Buffer
  readonly key: string
  /** The real time in milliseconds UTC, even if the stand-in's clock was moved: receivers compare it with theirs. */
  readonly at: number
}

/** The JWT (HS256) of `Upstash-Signature`, valid for five minutes. */
export function sign({ url, body, key, at }: Signed): string {
  const issuedAt = Math.floor(at / 1_000)
  const claims = {
    iss: 'Upstash',
    sub: url,
    exp: issuedAt + LIFETIME,
    nbf: issuedAt,
    iat: issuedAt,
    jti: `jwt_${randomUUID()}`,
    body: createHash('sha256').update(body).digest('base64url'),
  }
  const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`
  return `${content}.${createHmac('sha256', key).update(content).digest('base64url')}`
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
