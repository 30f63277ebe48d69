import * as z from 'zod'
import type { AppContext } from '../../../../../platform/http/context.ts'
import { ownCookie, readOwnCookie, sendCookies } from '../../../../../platform/http/cookies.ts'
import { viewerOf } from '../../../../../platform/http/guards.ts'
import { MINUTE, SECOND } from '../../../../../shared/time.ts'
import { seal, unseal } from '../../../two-factor/sealing.ts'

/**
 * New recovery codes are stored only as hashes. So the browser keeps them until they are saved, for at most 10 minutes, in
 * an encrypted cookie that no script can read. Then reload and back work on the page that shows them.
 */
const LIFETIME = 10 * MINUTE

const COOKIE = 'parley_recovery_codes'

const stored = z.object({ codes: z.array(z.string()), until: z.number() })

/** Has the next page show these codes to the viewer. */
export function showOnce(c: AppContext, codes: readonly string[]): void {
  const sealed = seal(c.var.env, purposeOf(c), JSON.stringify({ codes, until: c.var.now + LIFETIME }))
  sendCookies(c, [ownCookie(c.var.env, COOKIE, sealed, { maxAge: LIFETIME / SECOND })])
}

/** The codes to show, if any. */
export function codesToShow(c: AppContext): readonly string[] | null {
  const sealed = readOwnCookie(c.var.env, c.req.header('Cookie'), COOKIE)
  const text = sealed === null ? null : unseal(c.var.env, purposeOf(c), sealed)
  if (text === null) return null
  const shown = stored.safeParse(JSON.parse(text))
  return shown.success && c.var.now < shown.data.until ? shown.data.codes : null
}

export function forgetShownCodes(c: AppContext): void {
  sendCookies(c, [ownCookie(c.var.env, COOKIE, '', { maxAge: 0 })])
}

function purposeOf(c: AppContext): string {
  return `new recovery codes of ${viewerOf(c).id}`
}
