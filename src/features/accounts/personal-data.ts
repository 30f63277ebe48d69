import { and, eq, ne, sql } from 'drizzle-orm'
import { withSearchText } from '../../platform/db/searched-text.ts'
import { mutation } from '../../platform/db/write.ts'
import type { Owner, PersonalRecord } from '../../platform/personal-data/record.ts'
import { all, isoTime } from '../../platform/personal-data/rows.ts'
import { noPassword } from './passwords/passwords.ts'
import { sessions, users } from './schema.ts'
import { noSuspension } from './suspension/end-suspension.ts'
import { recoveryCodes, twoFactor } from './two-factor/schema.ts'

/** The name of whoever has deleted their account, everywhere. */
export const DELETED_NAME = 'Deleted account'

const account: PersonalRecord = {
  file: 'account',
  holds: 'Your account: names, e-mail address, role, status and time zone.',
  tables: [users],
  read: all(selectAccount, ({ createdAt, passwordChangedAt, lastSeenAt, suspendedUntil, ...row }) => ({
    ...row,
    suspendedUntil: isoTime(suspendedUntil),
    createdAt: isoTime(createdAt),
    // 0: never.
    passwordChangedAt: isoTime(passwordChangedAt || null),
    lastSeenAt: isoTime(lastSeenAt),
  })),
  erasure: {
    kind: 'anonymize',
    why: `Your name becomes “${DELETED_NAME}” everywhere. Your username, e-mail address, password and time zone are deleted. Anyone can then use the username and the address again.`,
    statements: ({ id }) => [
      mutation
        .update(users)
        .set({
          ...withSearchText(users, { displayName: DELETED_NAME }),
          // Nobody can guess it, and it is never the same twice.
          username: sql`'deleted-' || lower(hex(randomblob(10)))`,
          email: sql`'deleted-' || lower(hex(randomblob(10))) || '@deleted.invalid'`,
          passwordHash: noPassword,
          passwordChangedAt: 0,
          statusReason: null,
          ...noSuspension,
          timeZone: 'UTC',
          lastSeenAt: null,
        })
        .where(and(eq(users.id, id), ne(users.passwordHash, noPassword))),
    ],
  },
}

const signIns: PersonalRecord = {
  file: 'sessions',
  holds:
    'Where you are signed in: device, place and network, when each session began, was last seen, and ends.',
  tables: [sessions],
  read: all(selectSessions, ({ createdAt, lastSeenAt, expiresAt, ...session }) => ({
    ...session,
    createdAt: isoTime(createdAt),
    lastSeenAt: isoTime(lastSeenAt),
    expiresAt: isoTime(expiresAt),
  })),
  erasure: {
    kind: 'delete',
    why: 'You are signed out everywhere.',
    statements: ({ id }) => [mutation.delete(sessions).where(eq(sessions.userId, id))],
  },
}

const secondFactor: PersonalRecord = {
  file: 'two-factor',
  holds:
    'Since when you sign in with a code too, and how many recovery codes you have left. Not the key of your app.',
  tables: [twoFactor, recoveryCodes],
  read: all(selectSecondFactor, ({ enabledAt, setupAt, ...row }) => ({
    ...row,
    setupAt: isoTime(setupAt),
    enabledAt: isoTime(enabledAt),
  })),
  erasure: {
    kind: 'delete',
    why: 'Your authenticator app and your recovery codes stop working.',
    statements: ({ id }) => [
      mutation.delete(twoFactor).where(eq(twoFactor.userId, id)),
      mutation.delete(recoveryCodes).where(eq(recoveryCodes.userId, id)),
    ],
  },
}

export const personalData = [account, signIns, secondFactor]

function selectAccount({ db, userId }: Owner) {
  return db.orm
    .select({
      username: users.username,
      email: users.email,
      displayName: users.displayName,
      role: users.role,
      status: users.status,
      statusReason: users.statusReason,
      suspensionReason: users.suspensionReason,
      suspendedUntil: users.suspendedUntil,
      timeZone: users.timeZone,
      createdAt: users.createdAt,
      passwordChangedAt: users.passwordChangedAt,
      lastSeenAt: users.lastSeenAt,
    })
    .from(users)
    .where(eq(users.id, userId))
}

function selectSessions({ db, userId }: Owner) {
  const { device, place, network, createdAt, lastSeenAt, expiresAt } = sessions
  return db.orm
    .select({ device, place, network, createdAt, lastSeenAt, expiresAt })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .limit(1_000)
}

function selectSecondFactor({ db, userId }: Owner) {
  return db.orm
    .select({
      setupAt: twoFactor.setupAt,
      enabledAt: twoFactor.enabledAt,
      recoveryCodesLeft: sql<number>`(select count(*) from ${recoveryCodes} where ${recoveryCodes}.user_id = ${userId})`,
    })
    .from(twoFactor)
    .where(eq(twoFactor.userId, userId))
}
