import { createHash, createHmac } from 'node:crypto'

export const signingKeys = { current: 'sig_test_current', next: 'sig_test_next' } as const

/** The bindings that switch on the clock. */
export const clockVars = {
  // Nobody listens there.
  QSTASH_URL: 'http://127.0.0.1:9',
  QSTASH_TOKEN: 'test',
  QSTASH_CURRENT_SIGNING_KEY: signingKeys.current,
  QSTASH_NEXT_SIGNING_KEY: signingKeys.next,
}

interface Claims {
  readonly url: string
  readonly body: string
  readonly key?: string
  /** Seconds since 1970. */
  readonly issuedAt?: number
}

/** The `Upstash-Signature` of a delivery, as QStash makes it. */
export function signatureOf({
  url,
  body,
  key = signingKeys.current,
  issuedAt = Date.now() / 1000,
}: Claims): string {
  const at = Math.floor(issuedAt)
  const claims = {
    iss: 'Upstash',
    sub: url,
    exp: at + 300,
    nbf: at,
    iat: at,
    jti: `jwt_${at}`,
    body: createHash('sha256').update(body).digest('base64url'),
  }
  const signed = [{ alg: 'HS256', typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`
}

/** POSTs to a job as QStash does. */
export function postJob(
  site: string,
  path: string,
  { body = '', headers = {}, ...claims }: Partial<Claims> & { headers?: Record<string, string> } = {},
): Promise<Response> {
  const signature = signatureOf({ url: `http://parley.test${path}`, body, ...claims })
  return fetch(site + path, { method: 'POST', body, headers: { 'Upstash-Signature': signature, ...headers } })
}

/** The bindings of a site on this machine, which lets the local QStash say what time it is. */
export const localClockVars = { ...clockVars, LOCAL_CLOCK: 'yes', PUBLIC_URL: 'http://localhost:8787' }

/** Runs a job of a site with `localClockVars` as if it were `now`, in milliseconds UTC. Returns what it reports. */
export async function runJobAt(site: string, path: string, now: number): Promise<unknown> {
  const response = await postJob(site, path, {
    url: `${localClockVars.PUBLIC_URL}${path}`,
    headers: { 'Parley-Now': String(now) },
  })
  if (response.status !== 200)
    throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return response.json()
}
