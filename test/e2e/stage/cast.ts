import type { App } from '../../support/app.ts'
import { makePerson, makeSession, type Person } from '../../support/people.ts'
import type { Fields } from './fields.ts'
import type { Player } from './player.ts'
import type { Stage } from './stage.ts'
import type { Variant } from './variants.ts'

export const PASSWORD = 'seven green otters'

/** Signs somebody in from wherever the page offers it. */
export async function signIn(player: Player, username: string, password: string = PASSWORD): Promise<void> {
  await player.submit('Sign in', { 'Username or e-mail': username, Password: password })
}

export async function signOut(player: Player): Promise<void> {
  await player.unfold('Your account')
  await player.press('Sign out')
}

/** Signs somebody up from the first page on, and in. */
export async function signUp(player: Player, as: 'sponsor' | 'influencer', fields: Fields): Promise<void> {
  await player.open('/')
  await player.follow('Sign up')
  await player.follow(`Sign up as ${as === 'sponsor' ? 'a sponsor' : 'an influencer'}`)
  await player.submit('Sign up', { ...fields, Password: PASSWORD })
  await player.sees('Your account is ready')
  await signIn(player, String(fields.Username))
}

export interface Actor extends Person {
  readonly player: Player
}

/** Somebody who is there already and signed in, in a browser. */
export async function makeActor(
  { app, player }: Stage,
  role: 'admin' | 'sponsor' | 'influencer',
  name: string,
  variant: Variant,
): Promise<Actor> {
  const person = await makePerson(app, role, { display_name: name })
  return { ...person, player: await player(variant, await makeSession(app, person.id)) }
}

/** `days` from today, as date fields take it. */
export function dayIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

/** What a campaign has committed, in cents, as the database has it. */
export async function committedOf(app: App, campaign: string): Promise<number> {
  const { rows } = await app.db.execute({
    sql: 'select committed from campaigns where name = ?',
    args: [campaign],
  })
  return Number(rows[0]?.committed)
}
