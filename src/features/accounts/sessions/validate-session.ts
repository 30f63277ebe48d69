import { hashToken } from '../../../platform/crypto/token-hash.ts'
import type { Statement } from '../../../platform/db/write.ts'
import type { UserId } from '../../../shared/ids.ts'
import { DAY, HOUR } from '../../../shared/time.ts'
import { deleteSession, extendSession, markSeen, markSessionSeen } from './commands.ts'
import { luciaFor, type Scope } from './lucia.ts'
import { readToken } from './session-token.ts'

/** A session ends after 60 days, however active its owner is. */
const ABSOLUTE = 60 * DAY

/** Admins sign in again after half a day, however active they are. */
const ABSOLUTE_FOR_ADMINS = 12 * HOUR

/** "Last seen" is written at most once an hour. */
const SEEN_INTERVAL = HOUR

/** The columns that a session query has to return. `viewer/queries.ts` adds those that every page needs. */
export interface SessionRow {
  /** The user's id. */
  readonly id: UserId
  readonly expiresAt: number
  /** When the account was last seen, and when this session was. */
  readonly lastSeenAt: number | null
  readonly seenAt: number
}

/**
 * The session with this id, unless it was created before `oldest`, or before `oldestOfAdmin` for an admin, or its account
 * may not sign in.
 */
export type SelectSession<Row extends SessionRow> = (values: {
  readonly sessionId: string
  readonly oldest: number
  readonly oldestOfAdmin: number
  readonly now: number
}) => PromiseLike<readonly Row[]>

export interface ValidatedSession<Row extends SessionRow> {
  /** Null for a visitor. */
  readonly row: Row | null
  /** The `Set-Cookie` header to send, if the browser's cookie has to change. */
  readonly cookie: string | null
  /** Changes that this visit makes to the session. The response need not wait for them. */
  readonly changes: readonly Statement[]
}

/** Finds the session that the request's cookie names. Changes nothing. One round trip, none without a cookie. */
export async function validateSession<Row extends SessionRow>(
  scope: Scope,
  cookieHeader: string | undefined,
  selectSession: SelectSession<Row>,
): Promise<ValidatedSession<Row>> {
  const token = readToken(scope.env, cookieHeader)
  if (token === null) return { row: null, cookie: null, changes: [] }

  const { now } = scope
  const changes: Statement[] = []
  const found: { row: Row | null } = { row: null }
  const lucia = luciaFor(scope, {
    async getSessionAndUser() {
      const [row] = await selectSession({
        sessionId: hashToken(token),
        oldest: now - ABSOLUTE,
        oldestOfAdmin: now - ABSOLUTE_FOR_ADMINS,
        now,
      })
      if (!row) return [null, null]
      found.row = row
      const session = { id: token, userId: row.id, expiresAt: new Date(row.expiresAt), attributes: {} }
      return [session, { id: row.id, attributes: {} }]
    },
    // Lucia would write while it validates.
    async updateSessionExpiration(_, expiresAt) {
      changes.push(extendSession(token, expiresAt))
    },
    async deleteSession() {
      changes.push(deleteSession(token))
    },
  })

  const { session } = await lucia.validateSession(token)
  const row = session ? found.row : null
  if (row && now - Math.min(row.seenAt, row.lastSeenAt ?? 0) > SEEN_INTERVAL)
    changes.push(markSeen(row.id, now), markSessionSeen(token, now))
  return {
    row,
    cookie: session ? renewedCookie(lucia, session) : lucia.createBlankSessionCookie().serialize(),
    changes,
  }
}

function renewedCookie(
  lucia: ReturnType<typeof luciaFor>,
  session: { id: string; fresh: boolean },
): string | null {
  return session.fresh ? lucia.createSessionCookie(session.id).serialize() : null
}
