import { type SQL, sql } from 'drizzle-orm'
import { expectOneRow, mutation, onConflict, type Statement } from '../../platform/db/write.ts'
import { users } from '../accounts/schema.ts'
import { recordEvent } from '../activity/commands.ts'
import { influencers } from '../influencers/schema.ts'
import type { InfluencerProfile, SponsorProfile } from '../sponsors/forms.ts'
import { sponsorWaits } from '../sponsors/notifications.ts'
import { sponsors } from '../sponsors/schema.ts'

export interface Newcomer {
  readonly username: string
  readonly email: string
  readonly displayName: string
  readonly timeZone: string
  readonly profile:
    | { readonly role: 'sponsor'; readonly fields: SponsorProfile }
    | { readonly role: 'influencer'; readonly fields: InfluencerProfile }
}

/** The batch that makes an account with its profile, and tells the admins where one waits for them. */
export function newAccount(
  newcomer: Newcomer,
  passwordHash: string,
  now: number,
): Statement<'username_taken' | 'email_taken'>[] {
  const { username, profile } = newcomer
  const id = sql`(select id from ${users} where username = ${username})`
  const status = profile.role === 'sponsor' ? 'pending' : 'active'
  return [
    // Only the username can still be refused by its index, so that one refusal is not taken for the other.
    onConflict('username_taken', insertUser(newcomer, passwordHash, status, now)),
    expectOneRow('email_taken'),
    recordEvent({ subject: 'user', subjectId: id, kind: 'signed_up', actor: id, to: status, at: now }),
    ...(profile.role === 'sponsor'
      ? newSponsor(id, profile.fields, now)
      : [insertInfluencer(id, profile.fields)]),
  ]
}

function insertUser(newcomer: Newcomer, passwordHash: string, status: 'pending' | 'active', now: number) {
  const { username, email, displayName, timeZone, profile } = newcomer
  return mutation
    .insert(users)
    .values({
      username,
      email,
      displayName: displayName,
      passwordHash: passwordHash,
      role: profile.role,
      status,
      timeZone: timeZone,
      createdAt: now,
    })
    .onConflictDoNothing({ target: users.email })
}

function newSponsor(id: SQL, { budget, about = '', ...fields }: SponsorProfile, now: number) {
  const row = { userId: id, ...fields, about, yearlyBudget: budget, submittedAt: now }
  return [mutation.insert(sponsors).values(row), ...sponsorWaits(id, fields.companyName, now)]
}

function insertInfluencer(id: SQL, { category, niche, languages, ...said }: InfluencerProfile) {
  const { bio = '', country = '', city = '' } = said
  return mutation.insert(influencers).values({ userId: id, category, niche, languages, bio, country, city })
}
