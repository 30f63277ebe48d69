import { Hono } from 'hono'
import { type FormState, formWith, parseForm, withErrors } from '../../../platform/forms/form.ts'
import type { AppContext, AppEnv } from '../../../platform/http/context.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { localPath } from '../../../platform/http/next-path.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { routes } from '../../../routes.ts'
import { clientAddress } from '../client-address.ts'
import { endSession, startSession } from '../sessions.ts'
import { signInForm } from './forms.ts'
import { checkSignIn, type SignInRefusal } from './sign-in.ts'
import { forgiveSlips } from './sign-in-limits.ts'
import { SignInPage } from './sign-in-page.tsx'

const redirectWith = flashTexts({
  signed_out: 'You are signed out.',
})

export const signIn = new Hono<AppEnv>()

signIn.get(routes.signIn.pattern, (c) => {
  if (c.var.viewer) return c.redirect(nextPath(c) ?? routes.home.href(), 303)
  return showSignIn(c, formWith())
})

signIn.post(routes.signIn.pattern, async (c) => {
  const { db, now } = c.var
  const form = await parseForm(c, signInForm)
  if (!form.ok) return showSignIn(c, form, 422)

  const { username: account, password } = form.value
  const address = clientAddress(c)
  const signedIn = await checkSignIn(db, { account, password, address }, now)
  if (!signedIn.ok) return showSignIn(c, withErrors(form, explain(signedIn.refusal)), 422)

  const cookie = await startSession(c.var, signedIn.value, forgiveSlips(account, address))
  c.header('Set-Cookie', cookie, { append: true })
  return c.redirect(nextPath(c) ?? routes.home.href(), 303)
})

signIn.post(routes.signOut.pattern, async (c) => {
  c.header('Set-Cookie', await endSession(c.var, c.req.header('Cookie')), { append: true })
  return redirectWith(c, 'signed_out', routes.signIn.href())
})

function showSignIn(c: AppContext, form: FormState, status: 200 | 422 = 200) {
  return renderPage(c, { title: 'Sign in', page: <SignInPage form={form} next={nextPath(c)} />, status })
}

function nextPath(c: AppContext): string | null {
  return localPath(c.req.query('next'))
}

function explain(refusal: SignInRefusal): Record<string, string> {
  switch (refusal.kind) {
    case 'wrong':
      return { password: 'Username, e-mail or password is not right.' }
    case 'too_many':
      return { password: 'Too many tries. Wait a minute, then try again.' }
    case 'suspended':
      return { form: `This account is suspended: ${refusal.reason}` }
  }
}
