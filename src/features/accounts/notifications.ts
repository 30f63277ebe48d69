import { type SQL, sql } from 'drizzle-orm'
import { routes } from '../../routes.ts'
import { dayIn } from '../../shared/time.ts'
import { mail } from '../notifications/commands.ts'
import { users } from './schema.ts'

const words = {
  sign_up_again: {
    title: 'Somebody tried to sign up with your e-mail address',
    body: 'You have an account with it already, so nothing was made and nothing has changed. If it was you, sign in. If not, there is nothing to do.',
  },
  email_taken: {
    title: 'Somebody wanted your e-mail address for another account',
    body: 'It belongs to your account, so nothing has changed. If you have two accounts, use another address for one of them. If it was not you, there is nothing to do.',
  },
}

/**
 * The mail to whoever owns an e-mail address that somebody else named: once a day at most. The somebody is told
 * nothing, so that nobody learns who has an account.
 */
export function tellOwner(email: string, kind: keyof typeof words, now: number): SQL {
  const owner = sql`(select id from ${users} where email = ${email})`
  return mail(owner, {
    kind,
    ...words[kind],
    subjectId: sql`id`,
    period: dayIn('UTC', now),
    path: routes.signIn.href(),
    at: now,
  })
}
