import { Receiver } from '@upstash/qstash'
import type { Env } from '../../env.ts'

type SigningSettings = Pick<Env, 'PUBLIC_URL' | 'QSTASH_CURRENT_SIGNING_KEY' | 'QSTASH_NEXT_SIGNING_KEY'>

/** QStash's clock and ours may differ by this many seconds. */
const CLOCK_TOLERANCE = 5

/**
 * Whether QStash signed this request for exactly this path and body, with the current or the next key. The URL in the
 * signature must be ours as configured, whatever the request's own headers say.
 */
export async function isSigned(
  { PUBLIC_URL, QSTASH_CURRENT_SIGNING_KEY, QSTASH_NEXT_SIGNING_KEY }: SigningSettings,
  { path, body, signature }: { path: string; body: string; signature: string | undefined },
): Promise<boolean> {
  if (!QSTASH_CURRENT_SIGNING_KEY || !QSTASH_NEXT_SIGNING_KEY || !signature) return false
  const receiver = new Receiver({
    currentSigningKey: QSTASH_CURRENT_SIGNING_KEY,
    nextSigningKey: QSTASH_NEXT_SIGNING_KEY,
    devMode: false,
  })
  try {
    const url = new URL(path, PUBLIC_URL).href
    return await receiver.verify({ signature, body, url, clockTolerance: CLOCK_TOLERANCE })
  } catch {
    // It throws for every signature that is not valid.
    return false
  }
}
