import type { App } from '../../../support/app.ts'
import { makePerson, PASSWORD, type Person } from '../../../support/people.ts'
import type { Visitor } from '../../../support/visitor.ts'
import { switchOn } from './authenticator.ts'

/** Somebody with two-factor sign-in, and what their authenticator app holds. */
export async function withTwoFactor(app: App, role: 'influencer' | 'admin' = 'influencer') {
  const person = await makePerson(app, role)
  return { person, secret: await switchOn(app, person.id) }
}

/** A new browser in which the password was entered. */
export async function afterPassword(app: App, { username }: Person, next?: string): Promise<Visitor> {
  const browser = app.visitor()
  await browser.get(next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in')
  await browser.submit('Sign in', { username, password: PASSWORD })
  return browser
}

/** Somebody's security log: each kind, with how often if it is more than once. */
export async function eventsOf(app: App, { id }: Person): Promise<string[]> {
  const { rows } = await app.db.execute({
    sql: 'select kind, count from security_events where user_id = ? order by id',
    args: [id],
  })
  return rows.map(({ kind, count }) => (count === 1 ? String(kind) : `${kind} ${count}`))
}
