import { addDays, dayAt } from '../../../src/shared/time.ts'
import type { App } from '../../support/app.ts'
import { linkIn } from '../../support/mail/links.ts'
import { makePerson, makeSession, type Person } from '../../support/people.ts'
import type { BrowserUser } from './browser-user.ts'
import type { E2eApp } from './e2e-app.ts'
import type { Fields } from './fields.ts'
import type { Variant } from './variants.ts'

export const PASSWORD = 'seven green otters'

/** Signs in with the form on the current page. `status` is what the response must have. */
export async function signIn(
  user: BrowserUser,
  username: string,
  password: string = PASSWORD,
  status = 200,
): Promise<void> {
  await user.submit('Sign in', { 'Username or e-mail': username, Password: password }, { status })
}

export async function signOut(user: BrowserUser): Promise<void> {
  await user.unfold('Your account')
  await user.press('Sign out')
}

/** Signs up, starting on the landing page, signs in, and confirms the e-mail address. */
export async function signUp(
  app: App,
  user: BrowserUser,
  as: 'sponsor' | 'influencer',
  fields: Fields,
): Promise<void> {
  await user.open('/')
  await user.follow('Sign up')
  await user.follow(`Sign up as ${as === 'sponsor' ? 'a sponsor' : 'an influencer'}`)
  await user.submit('Sign up', { ...fields, Password: PASSWORD })
  await user.sees('Your account is ready')
  await signIn(user, String(fields.Username))
  await user.sees(`Confirm your e-mail address: we sent a link to ${fields['E-mail']}.`)
  await user.open(await linkIn(app, { to: String(fields['E-mail']), subject: 'Confirm your e-mail address' }))
  await user.press('Confirm this address')
  await user.sees('Your e-mail address is confirmed.')
}

export interface E2ePerson extends Person {
  readonly user: BrowserUser
}

/** Creates an account and a browser that is signed in to it. */
export async function makeE2ePerson(
  { app, newUser }: E2eApp,
  role: 'admin' | 'sponsor' | 'influencer',
  name: string,
  variant: Variant,
): Promise<E2ePerson> {
  const person = await makePerson(app, role, { display_name: name })
  return { ...person, user: await newUser(variant, await makeSession(app, person.id)) }
}

/** The day this many days from today in Stockholm, where the browsers are, as date fields take it. */
export function dayIn(days: number): string {
  return addDays(dayAt(Date.now(), 'Europe/Stockholm'), days)
}

/** A campaign's committed amount in the database, in cents. */
export async function committedOf(app: App, campaign: string): Promise<number> {
  const { rows } = await app.db.execute({
    sql: 'select committed from campaigns where name = ?',
    args: [campaign],
  })
  return Number(rows[0]?.committed)
}
