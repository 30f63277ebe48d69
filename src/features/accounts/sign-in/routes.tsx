import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { write } from '../../../platform/db/write.ts'
import { type FormState, formWith, parseForm, withErrors } from '../../../platform/forms/form.ts'
import { type AppContext, type AppEnv, afterResponse } from '../../../platform/http/context.ts'
import { sendCookies } from '../../../platform/http/cookies.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { query } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import { exactTime } from '../../../shared/format.ts'
import { recordSecurityEvent } from '../../security-log/commands.ts'
import { originOf } from '../../security-log/origin.ts'
import { clientAddress } from '../client-address.ts'
import { users } from '../schema.ts'
import { endSession } from '../sessions/commands.ts'
import { type SessionRefusal, startSession } from '../sessions/start-session.ts'
import { arrivalHref, cookiesAreOff } from './arrival.ts'
import { checkSignIn, type SignInRefusal } from './check-sign-in.ts'
import { readDevice } from './devices.ts'
import { signInForm, signInQuery } from './forms.ts'
import { isNamed } from './named-account.ts'
import { pendingSignIn, startSecondStep } from './second-step/pending-sign-in.ts'
import { secondStep } from './second-step/routes.tsx'
import { SignInPage } from './sign-in-page.tsx'

const redirectWith = flashTexts({
  signed_out: 'You are signed out.',
})

export const signIn = new Hono<AppEnv>()

signIn.route('/', secondStep)

signIn.get(routes.signIn.pattern, query(signInQuery), (c) => {
  const { next, arrived } = c.req.valid('query')
  if (c.var.viewer) return c.redirect(next ?? routes.home.href(), 303)
  if (arrived && pendingSignIn(c)) return c.redirect(routes.signInCode.href({ next }), 303)
  return show(c, next, arrived ? withErrors(formWith(), cookiesAreOff) : formWith())
})

signIn.post(routes.signIn.pattern, query(signInQuery), async (c) => {
  const { next } = c.req.valid('query')
  const form = await parseForm(c, signInForm)
  if (!form.ok) return show(c, next, form, 422)

  const { username: account, password } = form.value
  const cookieHeader = c.req.header('Cookie')
  const device = readDevice(c.var.env, cookieHeader)
  const credentials = { account, password, address: clientAddress(c), device }
  const checked = await checkSignIn(c.var.db, credentials, c.var.now)
  if (!checked.ok) {
    recordFailure(c, account, checked.refusal)
    return show(c, next, withErrors(form, explain(checked.refusal, c.var.env.SUPPORT_ADDRESS)), 422)
  }

  const { verified, statements } = checked.value
  const origin = originOf(c)
  const session = await startSession(c.var, verified, { cookieHeader, origin, statements })
  if (session.ok) {
    sendCookies(c, session.value)
    return c.redirect(arrivalHref(next), 303)
  }
  if (session.refusal !== 'code_needed')
    return show(c, next, withErrors(form, explainLate[session.refusal]), 422)
  startSecondStep(c, checked.value, credentials)
  return c.redirect(arrivalHref(next), 303)
})

// `next` is for somebody who signs out to sign in to another account.
signIn.post(routes.signOut.pattern, query(signInQuery), async (c) => {
  sendCookies(c, [await endSession(c.var, c.req.header('Cookie'), originOf(c))])
  return redirectWith(c, 'signed_out', c.req.valid('query').next ?? routes.signIn.href())
})

/**
 * Writes a failed attempt into the security log of the account, if there is one. After the response, so that its time does
 * not tell.
 */
function recordFailure(c: AppContext, account: string, { kind }: SignInRefusal): void {
  if (kind === 'suspended') return
  const event = {
    userId: sql`(select id from ${users} where ${isNamed(account)})`,
    kind: kind === 'wrong' ? 'sign_in_failed' : 'limit_hit',
    origin: originOf(c),
    at: c.var.now,
  } as const
  afterResponse(c, write(c.var.db, [recordSecurityEvent(event)]))
}

function show(c: AppContext, next: string | null, form: FormState, status: 200 | 422 = 200) {
  return renderPage(c, { title: 'Sign in', page: <SignInPage form={form} next={next} />, status })
}

function explain(refusal: SignInRefusal, supportAddress: string): Record<string, string> {
  switch (refusal.kind) {
    case 'wrong':
      return {
        password:
          'Wrong username, e-mail or password. After several attempts, wait 15 minutes before the next one',
      }
    case 'too_many':
      return { password: 'Too many attempts. Wait 15 minutes, then try again' }
    case 'suspended':
      return { form: `${suspensionSentence(refusal)} (Is this a mistake? Write to ${supportAddress}.)` }
  }
}

/** The account has changed while its password was checked. */
const explainLate: Record<Exclude<SessionRefusal, 'code_needed'>, Record<string, string>> = {
  password_changed: explain({ kind: 'wrong' }, ''),
  closed: { form: 'This account has just changed. Sign in again to see why.' },
}

function suspensionSentence({ reason, until, timeZone }: Extract<SignInRefusal, { kind: 'suspended' }>) {
  const end = until === null ? '' : ` until ${exactTime(until, timeZone)}`
  return `This account is suspended${end}: ${reason}`
}
